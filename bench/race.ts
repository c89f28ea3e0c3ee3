const WARM_UP_ROUNDS = 3;
const ROUNDS = 15;

/** One run of something; gives the milliseconds it took. */
export type Runner = () => number | Promise<number>;

/** A runner that times a call in this process. */
export const timed =
  (call: () => unknown): Runner =>
  () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  };

const median = (list: number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** Median milliseconds of each runner. They run in turn, round by round, so that all share the machine's noise. */
export const race = async <Name extends string>(
  runners: Record<Name, Runner>,
): Promise<(name: Name) => number> => {
  const times = new Map<string, number[]>();
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const [name, runner] of Object.entries<Runner>(runners)) {
      const milliseconds = await runner();
      if (round >= WARM_UP_ROUNDS) times.set(name, [...(times.get(name) ?? []), milliseconds]);
    }
  }
  return (name) => median(times.get(name) ?? []);
};
