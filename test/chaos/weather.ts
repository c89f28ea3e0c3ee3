import type { Asked } from './court.ts';
import type { Random } from './random.ts';

/** What may go wrong with one request. */
export const FAULTS = [
  'lost before',
  'lost after',
  '500 before',
  '500 after',
  'html before',
  'html after',
  'truncated',
  '429',
  '503 with Retry-After',
  'token refused',
  'never sent',
  'late',
  'slow',
  'unreadable',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How stormy one history is: chances of each kind of trouble, until `calmAfter` moves. */
export interface Weather {
  /** Moves after which nothing goes wrong any more. */
  calmAfter: number;
  /** Per request. */
  fault: number;
  /** Per move: the window, or the whole browser, ends right here. */
  crash: number;
  /** Per move: the window is frozen, taken for dead, and comes back. */
  freeze: number;
  /** Per move: the machine's clock is set to another time. */
  jump: number;
  /** Per write. */
  full: number;
  /** Per content read from disk: it throws. */
  unread: number;
  /** Per move: the court goes back to an older state of its books. */
  rollback: number;
  /** Per move: somebody changes a delivery at the court. */
  tamper: number;
  /** Per move: the person goes on with a copy on another machine. */
  restore: number;
  /** Per move: the person pauses, goes on, tries now or cancels unasked. */
  whim: number;
  /** Per move: another key is opened in a window. */
  swap: number;
  /** Whether the person, when asked, says that there is nothing without having looked. */
  hasty: boolean;
  /** From that move on every request has this one fault, where there is one. */
  outage: { fault: Fault; from: number } | undefined;
}

const OUTAGES = [
  'lost before',
  'lost after',
  '500 before',
  '500 after',
  'never sent',
  '503 with Retry-After',
] as const;
/** Moves in which one entry fails more often than its budget allows. */
const LONG = 900;

export const drawWeather = (random: Random): Weather => {
  const sometimes = (share: number, chance: number) => (random.chance(share) ? chance : 0);
  const outage = random.chance(0.03)
    ? { fault: random.pick(OUTAGES), from: random.below(150) }
    : undefined;
  return {
    calmAfter: (outage ? LONG : 60) + random.below(240),
    fault: random.pick([0.05, 0.15, 0.3, 0.5]),
    crash: sometimes(0.6, 0.02),
    freeze: sometimes(0.3, 0.01),
    jump: sometimes(0.2, 0.01),
    full: sometimes(0.2, 0.1),
    unread: sometimes(0.2, 0.1),
    rollback: sometimes(0.1, 0.008),
    tamper: sometimes(0.1, 0.01),
    restore: sometimes(0.15, 0.008),
    whim: sometimes(0.15, 0.01),
    swap: sometimes(0.1, 0.02),
    hasty: random.chance(0.05),
    outage,
  };
};

const CALM: Partial<Weather> = {
  ...{ fault: 0, crash: 0, freeze: 0, jump: 0, full: 0, unread: 0, rollback: 0 },
  ...{ tamper: 0, restore: 0, whim: 0, swap: 0, hasty: false, outage: undefined },
};

/** The storm is over: what is still open has to come to its end now. */
export const calm = (weather: Weather): Weather => ({ ...weather, ...CALM });

interface Circumstances {
  weather: Weather;
  moves: number;
  random: Random;
}

/** What goes wrong with a request. What has no effect cannot have one late. */
export const faultOf = (
  { weather: { fault, outage }, moves, random }: Circumstances,
  { method }: Asked,
): Fault | undefined => {
  if (outage && moves >= outage.from) return outage.fault;
  if (!random.chance(fault)) return undefined;
  const drawn = random.pick(FAULTS);
  return drawn === 'late' && method === 'GET' ? 'lost after' : drawn;
};
