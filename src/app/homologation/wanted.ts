import { signal } from '@preact/signals';
import { courtIdOf, type QueueEntry } from '../queue/types.ts';

/** Deliveries with which the person came to the homologation, by the court's id; forgotten once its screen read them. */
export const wanted = signal<readonly number[]>([]);

/** The entries that homologate what was wanted, by id, and how many of those deliveries none of these is about. */
export const wantedAmong = (
  waiting: readonly QueueEntry[],
): { chosen: string[]; leftOut: number } => {
  const courtIds = wanted.peek();
  const ids = new Set(courtIds);
  const found = waiting.filter((entry) => ids.has(courtIdOf(entry) ?? 0));
  const there = new Set(found.map(courtIdOf));
  const leftOut = courtIds.filter((id) => !there.has(id)).length;
  return { chosen: found.map(({ id }) => id), leftOut };
};
