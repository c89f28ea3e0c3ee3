import type { OutboxStore } from '../../outbox/ports.ts';
import type { LogRow } from '../../outbox/types.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../protocol/recepcao/types.ts';
import { courtDeliveryAfter, courtIdOf } from '../../receipt/court-delivery.ts';
import { deliveryOf } from '../../receipt/delivery.ts';
import type { Delivery, DeliveryOutline } from '../../receipt/types.ts';
import type { AboutDelivery } from '../../store/entries.ts';
import { noteDeliveries } from '../deliveries-written.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';
import { tellChanged } from '../tabs.ts';
import type { QueueEntry } from './types.ts';

const FINAL = new Set<QueueEntry['state']['kind']>(['done', 'rejected', 'cancelled']);

/** Whether nothing more will happen to an entry. */
export const isFinal = ({ state }: QueueEntry): boolean => FINAL.has(state.kind);

// Always as last written or read, by id; the screens are shown it a little later.
const known = new Map<string, QueueEntry>();
const delivered = new Map<string, DeliveryOutline>();
/** Written here, and not told to the other windows yet. */
const untold = new Set<string>();

/** An entry as last written here or told by another window. */
export const knownEntry = (id: string): QueueEntry | undefined => known.get(id);

/** How often at most the screens and the other windows are told. */
const TELL_MS = 100;
let telling: ReturnType<typeof setTimeout> | undefined;

const tellSoon = (): void => {
  telling ??= setTimeout(tellNow, TELL_MS);
};

/** Shows what was written, the newest first, and tells the other windows of it. */
export const tellNow = (): void => {
  clearTimeout(telling);
  telling = undefined;
  records.entries.value = [...known.values()].sort((a, b) => b.createdAt - a.createdAt);
  records.deliveries.value = [...delivered.values()].sort((a, b) => b.deliveredAt - a.deliveredAt);
  if (untold.size > 0) tellChanged('queue', [...untold]);
  untold.clear();
};

/** Payload and final body of every entry would be held for good: the store has them. */
const outlineOf = ({ frozen, progress, ...entry }: RecepcaoEntry): QueueEntry => {
  const { finalBody, ...notes } = progress;
  return {
    ...entry,
    frozen: frozenOutline(frozen, entry),
    progress: { ...notes, ...(finalBody && { finalBody: { sha256: finalBody.sha256 } }) },
  };
};

// It never changes: one that is held already is not held a second time.
const frozenOutline = (
  { payload, ...errand }: RecepcaoFrozen,
  { id, state }: Pick<QueueEntry, 'id' | 'state'>,
): QueueEntry['frozen'] =>
  state.kind === 'rejected' ? { ...errand, payload } : (known.get(id)?.frozen ?? errand);

const deliveryOutlineOf = (delivery: Delivery): DeliveryOutline => {
  const { id, rev, ambiente, spc, slp, mes, ano, courtId, deliveredAt, confirmedAt } = delivery;
  return {
    ...{ id, rev, ambiente, spc, slp, mes, ano, courtId, deliveredAt },
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
};

/** The later revision of a record stays: what was read may be older than what was written meanwhile. */
const keep = <T extends { id: string; rev: number }>(all: Map<string, T>, record: T): void => {
  if ((all.get(record.id)?.rev ?? 0) <= record.rev) all.set(record.id, record);
};

/** Reads queue and deliveries again, all of it. */
export const loadQueue = async (): Promise<void> => {
  const before = [...known.keys()];
  const [entries, deliveries] = await Promise.all([
    stores.entries.list(),
    stores.deliveries.list(),
  ]);
  const there = new Set(entries.map(({ id }) => id));
  for (const id of before) if (!there.has(id)) known.delete(id);
  for (const entry of entries) keep(known, outlineOf(entry));
  for (const delivery of deliveries) keep(delivered, deliveryOutlineOf(delivery));
  tellNow();
};

/** Reads what another window wrote. */
export const readAgain = async (ids: readonly string[]): Promise<void> => {
  for (const id of ids) {
    const [entry, delivery] = await Promise.all([
      stores.entries.load(id),
      stores.deliveries.load(id),
    ]);
    if (entry) keep(known, outlineOf(entry));
    if (delivery) keep(delivered, deliveryOutlineOf(delivery));
  }
  tellSoon();
};

/** Another window wrote of the queue: these entries, or nobody knows which. */
export const queueChangedElsewhere = async (ids: string[] | undefined): Promise<void> => {
  await (ids ? readAgain(ids) : loadQueue());
  tellNow();
};

const aboutDelivery = (
  entry: RecepcaoEntry,
  sent: Delivery | undefined,
): AboutDelivery | undefined => {
  const courtId = courtIdOf(entry);
  if (courtId === undefined) return undefined;
  return { courtId, sent, change: (known) => courtDeliveryAfter(known, entry, sent) };
};

/** Where the queue is written: the store, and what is known of it here. */
export const queueStore: OutboxStore<RecepcaoFrozen, RecepcaoProgress> = {
  load: stores.entries.load,
  save: async (entry, rows) => {
    const delivery = deliveryOf(entry);
    const about = aboutDelivery(entry, delivery);
    const written = await stores.entries.save(entry, rows, about);
    if (!written.ok) return written;
    if (about) noteDeliveries();
    keep(known, outlineOf(entry));
    if (delivery) keep(delivered, deliveryOutlineOf(delivery));
    untold.add(entry.id);
    tellSoon();
    return written;
  },
};

/** The log of an entry, oldest row first. */
export const logOf = (id: string): Promise<LogRow[]> => stores.entries.log(id);
