import { isDue } from '../../outbox/backoff.ts';
import type { EntryState, Need } from '../../outbox/types.ts';

/**
 * Epoch ms from which an entry has something to do by itself; `undefined` while only somebody's doing moves it on.
 * `needFrom`: from when on a need may be at hand, in the same terms.
 */
export const dueFrom = (
  state: EntryState,
  now: number,
  needFrom: (need: Need) => number | undefined,
): number | undefined => {
  switch (state.kind) {
    case 'ready':
    // Found running while no move of it is under way: whatever ran it has ended.
    case 'running':
      return 0;
    case 'waiting':
      return needFrom(state.need);
    case 'uncertain': {
      // It can only be asked about with a token.
      const token = needFrom('token');
      return token === undefined ? undefined : Math.max(waitsUntil(state.until, now), token);
    }
    case 'paused':
      return state.until === undefined ? undefined : waitsUntil(state.until, now);
    default:
      return undefined;
  }
};

// A wait that was begun before the clock was set back is over.
const waitsUntil = (until: number, now: number): number => (isDue(until, now) ? 0 : until);
