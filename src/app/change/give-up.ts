import { err, ok, type Result } from '../../base/result.ts';
import { takeIn } from '../../outbox/commit.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { EntryWriting } from '../../store/entries.ts';
import { knownEntries } from '../queue/queue-records.ts';
import { clock, stores } from '../stores.ts';
import { mayBeGivenUp, openEntriesOf } from './hindrance.ts';

/**
 * Gives up what waits to homologate a delivery as it is. Nothing is written yet: it is given up with the change that takes
 * its place, or stays. `in-doubt` where a step of it began meanwhile.
 */
export const givenUpHomologations = async (
  delivery: Pick<CourtDelivery, 'ambiente' | 'courtId'>,
): Promise<Result<EntryWriting[], 'in-doubt'>> => {
  const givenUp: EntryWriting[] = [];
  for (const waiting of openEntriesOf(delivery, knownEntries())) {
    const entry = await stores.entries.load(waiting.id);
    // Of the very revision that is judged.
    if (!entry || entry.rev !== waiting.rev || !mayBeGivenUp(waiting)) return err('in-doubt');
    const happening = {
      event: { kind: 'cancel' },
      note: { meaning: 'by-person changed' },
    } as const;
    const cancelled = await takeIn({ entry, rows: [] }, happening, clock);
    if (!cancelled.ok) return err('in-doubt');
    givenUp.push(cancelled.value);
  }
  return ok(givenUp);
};
