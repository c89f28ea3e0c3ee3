const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/** No server makes an entry wait longer than a day, and no clock does. */
const LONGEST_ASKED_MS = 24 * 60 * 60_000;

/**
 * Milliseconds to wait after so many failures in a row: doubling from 2 s to 15 min, half of it jitter,
 * so that a hundred offices do not come back in the same second. What the server asked for goes first.
 */
export const waitAfter = (
  failures: number,
  random: () => number,
  retryAfterMs?: number,
): number => {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
  return retryAfterMs === undefined
    ? Math.round(whole / 2 + (whole / 2) * random())
    : Math.min(retryAfterMs, LONGEST_ASKED_MS);
};

/** Whether a wait is over (epoch ms). One that is longer than any we begin was begun before the clock was set back. */
export const isDue = (until: number, now: number): boolean =>
  until <= now || until - now > LONGEST_ASKED_MS;
