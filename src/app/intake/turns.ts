import { work } from './intake-state.ts';

let current: AbortController | undefined;
let previous: Promise<unknown> = Promise.resolve();

/** Does one thing after another; what the person stops ends quietly. */
export const inTurn = (task: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const done = previous.then(async () => {
    const stop = new AbortController();
    current = stop;
    try {
      await task(stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      work.value = undefined;
    }
  });
  previous = done.catch(() => undefined);
  return done;
};

/** Stops what is being done; what is done already stays. */
export const stopIntake = (): void => current?.abort();
