import type { Reference } from '../../layout/types.ts';
import { isFinal } from '../queue/queue-records.ts';
import { errandOf, type QueueEntry } from '../queue/types.ts';
import { entries } from '../state.ts';
import { stores } from '../stores.ts';
import { type Link, linkOfDelivery, linkOfEntry } from './link.ts';
import { isOfAnother, type LinkPlace } from './place.ts';

/**
 * What a field may refer to of all that is held here, a page at a time: what is under way in the queue, the newest first,
 * then what was delivered, layout by layout, the latest period first. What was made in another name is left out.
 */
export async function* linkTargets(
  reference: Reference,
  place: LinkPlace,
): AsyncGenerator<readonly Link[]> {
  const waiting = entries.value.filter(
    (entry) => isToCome(entry, reference) && !isOfAnother(entry, place),
  );
  const found = await Promise.all(waiting.map(({ id }) => stores.entries.load(id)));
  const toCome = await Promise.all(found.flatMap((entry) => (entry ? linkOfEntry(entry) : [])));
  yield toCome;

  const named = new Set(toCome.map(({ courtId }) => courtId));
  for (const layout of reference.layouts) {
    for await (const page of stores.courtDeliveries.pages({ ...place, ...layout })) {
      const there = page.filter(
        ({ courtId, goneAt }) => goneAt === undefined && !named.has(courtId),
      );
      yield Promise.all(there.map((delivery) => linkOfDelivery(delivery)));
    }
  }
}

/** Whether the queue has still to bring about what the field wants. */
const isToCome = (entry: QueueEntry, { layouts, until }: Reference): boolean =>
  !isFinal(entry) &&
  errandOf(entry.frozen).kind === 'deliver' &&
  layouts.some(({ spc, slp }) => entry.frozen.spc === spc && entry.frozen.slp === slp) &&
  (until === 'homologated' || entry.progress.delivery === undefined);
