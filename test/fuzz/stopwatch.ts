/**
 * What a reader does, in memory that the watching thread sees even while the reader does not come to an end: number of
 * its last input (-1 before the first), whether it still reads it, when it began and how long it may take.
 */
export type Stopwatch = Int32Array<SharedArrayBuffer>;

const [INPUT, RUNNING, BEGAN, ALLOWED] = [0, 1, 2, 3];
const LIMIT_MS = 1000;

export const makeStopwatch = (): Stopwatch => {
  const watch = new Int32Array(new SharedArrayBuffer(16));
  Atomics.store(watch, INPUT, -1);
  return watch;
};

/** Milliseconds in 31 bits, the same for all threads; differences hold for days. */
const now = (): number => Date.now() % 2 ** 31;

/** `extraMs` comes on top of the second that every input has. */
export const begin = (watch: Stopwatch, input: number, extraMs: number): void => {
  Atomics.store(watch, INPUT, input);
  Atomics.store(watch, BEGAN, now());
  Atomics.store(watch, ALLOWED, LIMIT_MS + extraMs);
  Atomics.store(watch, RUNNING, 1);
};

export const end = (watch: Stopwatch): void => {
  Atomics.store(watch, RUNNING, 0);
};

export const lastInput = (watch: Stopwatch): number => Atomics.load(watch, INPUT);

export const isLate = (watch: Stopwatch): boolean =>
  Atomics.load(watch, RUNNING) === 1 &&
  now() - Atomics.load(watch, BEGAN) > Atomics.load(watch, ALLOWED);
