import { err, ok, type Result } from '../../base/result.ts';
import { commit } from '../../outbox/commit.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { queueStore } from '../queue/queue-records.ts';
import { records } from '../state.ts';
import { clock, stores } from '../stores.ts';
import { openEntriesOf } from './hindrance.ts';

/** Gives up what waits to homologate a delivery as it is; `in-doubt` where a step of it began meanwhile. */
export const giveUpHomologation = async (
  delivery: Pick<CourtDelivery, 'ambiente' | 'courtId'>,
): Promise<Result<void, 'in-doubt'>> => {
  for (const { id, rev } of openEntriesOf(delivery, records.entries.value)) {
    const entry = await stores.entries.load(id);
    // Of the very revision that was judged.
    if (entry?.rev !== rev) return err('in-doubt');
    const note = { meaning: 'by-person changed' };
    const cancelled = await commit(entry, { kind: 'cancel' }, note, { store: queueStore, clock });
    if (!cancelled.ok) return err('in-doubt');
  }
  return ok(undefined);
};
