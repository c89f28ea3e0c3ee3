import type { DeliveryFilter } from '../../store/court-delivery-lists.ts';
import { deliveriesWritten } from '../state.ts';
import { stores } from '../stores.ts';

let countedAt = -1;
const counts = new Map<string, Promise<number>>();

/**
 * How many deliveries a filter has. A browser counts by walking through the index, during which no list is read, so what
 * was counted holds until a delivery is written.
 */
export const countDeliveries = (filter: DeliveryFilter): Promise<number> => {
  if (countedAt !== deliveriesWritten.value) counts.clear();
  countedAt = deliveriesWritten.value;
  const name = JSON.stringify(filter);
  const counted = counts.get(name) ?? stores.courtDeliveries.count(filter);
  counts.set(name, counted);
  counted.catch(() => counts.delete(name));
  return counted;
};
