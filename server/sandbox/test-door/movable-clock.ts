import type { Clock } from '../../../src/base/clock.ts';

/** A clock that tests put to another time, from where it goes on. */
export interface MovableClock extends Clock {
  /** Epoch ms. */
  moveTo(now: number): void;
  reset(): void;
}

export const movableClock = (clock: Clock): MovableClock => {
  let offset = 0;
  return {
    now: () => clock.now() + offset,
    moveTo: (now) => {
      offset = now - clock.now();
    },
    reset: () => {
      offset = 0;
    },
  };
};
