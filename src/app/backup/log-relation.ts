import type { LogRow } from '../../outbox/types.ts';
import type { Relation } from './merge.ts';

/** What of an entry with its log tells whose history goes on from whose. */
interface Logged {
  entry: { logSize: number; logHead: string; state: { kind: string } };
  log: readonly LogRow[];
}

/** The chain of the log says whose history goes on from whose. */
export const logRelation = (mine: Logged | undefined, copied: Logged): Relation => {
  if (!mine) return 'continued';
  if (mine.entry.logHead === copied.entry.logHead) return 'same';
  if (isHeld(mine, copied)) return 'newer-here';
  const mayBeReplaced = mine.entry.state.kind !== 'running';
  return mayBeReplaced && isHeld(copied, mine) ? 'continued' : 'different';
};

const isHeld = ({ log }: Logged, { entry: { logSize, logHead } }: Logged): boolean =>
  log[logSize - 1]?.hash === logHead;
