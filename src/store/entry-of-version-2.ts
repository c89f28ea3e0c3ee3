import type { Owner } from '../outbox/types.ts';
import type { RawRecord } from './rewrite.ts';

/** As long as a POST may still be applied after it was sent (ms); what was begun before the update waits so long again. */
const SETTLE_MS = 480_000;

/** Members that `withOwnerAndWaits` may add or change. */
export const CHANGED_MEMBERS = [
  'waits',
  'failures',
  'absenceStated',
  'owner',
  'mustAsk',
  'state',
] as const;

/**
 * An entry of version 2 in the form of version 3. What it has already stays. Its `failures` counted waits, which used
 * up no budget; it is this browser's, because nobody else could have it.
 */
export const withOwnerAndWaits = (entry: RawRecord, owner: Owner, now: number): RawRecord => ({
  absenceStated: [],
  owner,
  mustAsk: false,
  ...entry,
  ...(entry.waits === undefined && { waits: entry.failures, failures: 0 }),
  state: withSettling(entry.state, now + SETTLE_MS),
});

const withSettling = (state: unknown, settledAt: number): unknown => {
  if (typeof state !== 'object' || state === null || !('kind' in state)) return state;
  if (state.kind === 'running' || state.kind === 'uncertain') return { settledAt, ...state };
  if (state.kind === 'needs-person' && 'what' in state && state.what === 'check') {
    return { settledAt, detail: null, ...state };
  }
  return state;
};
