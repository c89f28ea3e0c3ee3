import { type ReadonlySignal, signal } from '@preact/signals';
import { isUuid } from '../../base/ids.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { DeliveryFilter, DeliveryPlace } from '../../store/court-delivery-lists.ts';
import { stores } from '../stores.ts';
import { countDeliveries } from './counts.ts';

export type {
  CourtDelivery,
  DeliveryState,
} from '../../receipt/court-delivery.ts';
export { type DeliveryFilter, deliveryState } from '../../store/court-delivery-lists.ts';

/** What a list shows so far: its beginning, and how many there are in all. */
interface Listed {
  rows: readonly CourtDelivery[];
  total: number;
  state: 'reading' | 'more' | 'ended';
}

/** Deliveries in pages, as far as they are asked for. */
export interface DeliveryList {
  listed: ReadonlySignal<Listed>;
  /** Reads the next page, unless one is being read or there is none. */
  more(): Promise<void>;
  /** Reads as many again as there are, which stay on the screen meanwhile. */
  renew(): Promise<void>;
}

/** The deliveries of a filter, the latest period first. */
export const listDeliveries = (filter: DeliveryFilter): DeliveryList => {
  const listed = signal<Listed>({ rows: [], total: 0, state: 'reading' });
  let next: DeliveryPlace | undefined;
  let reading: Promise<void> | undefined;

  const oneAtATime = (read: () => Promise<void>): Promise<void> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  /** Pages behind a place until there are so many rows. */
  const readTo = async (count: number, before: readonly CourtDelivery[], from?: DeliveryPlace) => {
    const rows = [...before];
    next = from;
    do {
      const page = await stores.courtDeliveries.page(filter, next);
      rows.push(...page.found);
      next = page.next;
    } while (next && rows.length < count);
    const total = next ? Math.max(listed.value.total, rows.length) : rows.length;
    listed.value = { rows, total, state: next ? 'more' : 'ended' };
    // The rows do not wait for it, and a page that follows does not change it.
    if (!next || from) return;
    listed.value = { ...listed.value, total: await countDeliveries(filter) };
  };

  return {
    listed,
    more: async () => {
      const { rows, state } = listed.value;
      if (state === 'ended') return;
      await oneAtATime(() => readTo(rows.length + 1, rows, next));
    },
    renew: async () => {
      await reading;
      await oneAtATime(() => readTo(listed.value.rows.length, []));
    },
  };
};

/** All deliveries of a filter, of which a page at a time is held. */
export async function* everyDelivery(filter: DeliveryFilter): AsyncGenerator<CourtDelivery> {
  for await (const page of stores.courtDeliveries.pages(filter)) yield* page;
}

/** The delivery that has this number or recibo; `undefined` for none, and for what is neither. */
export const findDelivery = async (
  ambiente: string,
  named: string,
): Promise<CourtDelivery | undefined> => {
  const name = named.trim().toLowerCase();
  if (/^\d{1,15}$/.test(name)) return stores.courtDeliveries.load(ambiente, Number(name));
  const found = isUuid(name) ? await stores.courtDeliveries.byRecibo(name) : undefined;
  return found?.ambiente === ambiente ? found : undefined;
};
