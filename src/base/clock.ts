/** The time as handed to code that needs it, so that tests and the sandbox can move it. */
export interface Clock {
  /** Epoch milliseconds, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
