import type { Clock } from '../../base/clock.ts';
import { ok } from '../../base/result.ts';
import { commit } from '../../outbox/commit.ts';
import { isFinal } from '../../outbox/final.ts';
import type { Entry, LogRow, Owner } from '../../outbox/types.ts';

interface Whole<Frozen, Progress> {
  entry: Entry<Frozen, Progress>;
  log: LogRow[];
}

/** An unfinished entry as it is written out of a copy: it asks before it goes on, and its log says why. */
export const disowned = async <Frozen, Progress>(
  whole: Whole<Frozen, Progress>,
  other: Owner,
  clock: Clock,
): Promise<Whole<Frozen, Progress>> => {
  if (isFinal(whole.entry)) return whole;
  const rows: LogRow[] = [];
  const store = {
    load: async () => whole.entry,
    save: async (_: Entry<Frozen, Progress>, added: readonly LogRow[]) => {
      rows.push(...added);
      return ok(undefined);
    },
  };
  const event = { kind: 'disowned', other } as const;
  const left = await commit(whole.entry, event, { meaning: 'restored' }, { store, clock });
  if (!left.ok) throw new Error(`a restored entry cannot be disowned: ${left.error}`);
  return { entry: left.value, log: [...whole.log, ...rows] };
};
