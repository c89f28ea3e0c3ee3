import type { LogRow } from '../../outbox/types.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { deliveryOf } from '../../receipt/delivery.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';

const FINAL = new Set<RecepcaoEntry['state']['kind']>(['done', 'rejected', 'cancelled']);

/** Whether nothing more will happen to an entry. */
export const isFinal = ({ state }: RecepcaoEntry): boolean => FINAL.has(state.kind);

/** Reads queue and deliveries again, the newest first. */
export const loadQueue = async (): Promise<void> => {
  const [entries, deliveries] = await Promise.all([
    stores.entries.list(),
    stores.deliveries.list(),
  ]);
  records.entries.value = entries.sort((a, b) => b.createdAt - a.createdAt);
  records.deliveries.value = deliveries.sort((a, b) => b.deliveredAt - a.deliveredAt);
};

/** After something of the queue was written: here and in the other windows. */
export const queueWritten = async (): Promise<void> => {
  await loadQueue();
  tellChanged('queue');
};

/** What was delivered is kept apart from the queue as soon as the court gave an id. */
export const keepDelivery = async (entry: RecepcaoEntry): Promise<void> => {
  const delivery = deliveryOf(entry);
  if (delivery) await stores.deliveries.save(delivery);
};

/** The log of an entry, oldest row first. */
export const logOf = (id: string): Promise<LogRow[]> => stores.entries.log(id);
