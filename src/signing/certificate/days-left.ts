const DAY_MS = 86_400_000;

/** So few days before its end a certificate is said to end soon. */
export const FEW_DAYS = 30;

/** Whole days (of 24 hours) until an end, negative once it is over. Epoch ms. */
export const daysUntil = (notAfter: number, now: number): number =>
  Math.floor((notAfter - now) / DAY_MS);
