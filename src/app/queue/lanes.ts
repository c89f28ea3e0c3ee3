import type { Clock } from '../../base/clock.ts';
import { waitAfter } from '../../outbox/backoff.ts';

/** Something to be moved, and from when on (epoch ms). */
export interface Due {
  id: string;
  at: number;
}

interface LanesDeps {
  /** What will have something to do without anybody's doing, in the order in which it is begun. */
  due(): Iterable<Due>;
  /**
   * One move. `false`, or an error: it came to nothing, and is left alone for a while. A move of several steps asks between
   * two of them whether it `goesOn`, and hangs from then on.
   */
  move(id: string, goesOn: () => boolean): Promise<boolean>;
  /** How many are moved at a time. */
  width(): number;
  clock: Clock;
}

/** Longer than any one step takes with all its requests given up: what hangs so long makes way for others. */
const HUNG_MS = 10 * 60_000;

/** Timers stand still while a machine sleeps and do not follow a clock that is put right, so none is longer. */
const LONGEST_TIMER_MS = 60_000;

interface Moving {
  since: number;
  ended: Promise<void>;
}

/** Moves several things at a time, one move of each at a time; what fails or hangs holds up none of the others. */
export interface Lanes {
  /** Begins what is due; costs next to nothing where nothing is. */
  look(): void;
  /** As `look`, for what came to nothing lately too: something changed. */
  lookAgain(): void;
  open(): void;
  /** No move is begun any more; resolves when those under way have ended. */
  close(): Promise<void>;
  /** Does something with one while no move of it is under way. */
  still<T>(id: string, work: () => Promise<T>): Promise<T>;
}

export const lanesOf = ({ due, move, width, clock }: LanesDeps): Lanes => {
  const moving = new Map<string, Moving>();
  const heldStill = new Set<string>();
  const rests = new Map<string, { until: number; failures: number }>();
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hangs = ({ since }: Moving) => clock.now() - since >= HUNG_MS;

  const look = (): void => {
    clearTimeout(timer);
    if (!isOpen) return;
    const now = clock.now();
    let free = width() - [...moving.values()].filter((each) => !hangs(each)).length;
    let next = now + LONGEST_TIMER_MS;
    for (const { id, at } of due()) {
      if (free <= 0) break;
      if (moving.has(id) || heldStill.has(id)) continue;
      const from = Math.max(at, rests.get(id)?.until ?? 0);
      if (from > now) {
        next = Math.min(next, from);
      } else {
        begin(id);
        free--;
      }
    }
    timer = setTimeout(look, next - now);
  };

  const begin = (id: string): void => {
    const goesOn = (): boolean => {
      const current = moving.get(id);
      if (!current || !isOpen || heldStill.has(id)) return false;
      current.since = clock.now();
      return true;
    };
    const ended = move(id, goesOn)
      .catch((error) => {
        console.error('queue entry', id, error);
        return false;
      })
      .then((moved) => {
        moving.delete(id);
        if (moved) rests.delete(id);
        else rest(id);
        look();
      });
    moving.set(id, { since: clock.now(), ended });
  };

  const rest = (id: string): void => {
    const failures = rests.get(id)?.failures ?? 0;
    const until = clock.now() + waitAfter(failures, Math.random);
    rests.set(id, { until, failures: failures + 1 });
  };

  const endOf = ({ since, ended }: Moving): Promise<void> => {
    const left = since + HUNG_MS - clock.now();
    return Promise.race([ended, new Promise<void>((resolve) => setTimeout(resolve, left))]);
  };

  return {
    look,
    lookAgain: () => {
      rests.clear();
      look();
    },
    open: () => {
      isOpen = true;
      look();
    },
    close: async () => {
      isOpen = false;
      clearTimeout(timer);
      await Promise.all([...moving.values()].map(endOf));
    },
    still: async (id, work) => {
      heldStill.add(id);
      try {
        const current = moving.get(id);
        if (current) await endOf(current);
        return await work();
      } finally {
        heldStill.delete(id);
        look();
      }
    },
  };
};
