import { missingEarlier } from '../../protocol/recepcao/earlier.ts';
import { earlierOf } from '../../protocol/recepcao/errand.ts';
import { entries } from '../state.ts';
import { sinceDelivered } from './earlier-at-court.ts';
import { isFinal } from './queue-records.ts';
import type { QueueEntry } from './types.ts';

/** Whether an entry comes after one that is over, or whose delivery is gone, and did not bring about what it waits for. */
export const waitsInVain = ({ state, frozen }: QueueEntry): boolean => {
  if (state.kind !== 'waiting' || state.need !== 'earlier') return false;
  const named = new Set(earlierOf(frozen).map(({ entryId }) => entryId));
  const since = sinceDelivered.value;
  const over = entries.value.filter(
    (entry) => named.has(entry.id) && (isFinal(entry) || since.get(entry.id) === 'gone'),
  );
  const missing = new Set(missingEarlier(frozen, over, since).map(({ entryId }) => entryId));
  return over.some(({ id }) => missing.has(id));
};
