const ROUNDS = 15;
/** Of how many rounds one more warms up. */
const WARM_UP_SHARE = 5;

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
  rounds = ROUNDS,
): Promise<(name: Name) => number> => {
  const times = new Map<string, number[]>();
  const warmUp = Math.ceil(rounds / WARM_UP_SHARE);
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [name, runner] of Object.entries<Runner>(runners)) {
      const milliseconds = await runner();
      if (round >= warmUp) times.set(name, [...(times.get(name) ?? []), milliseconds]);
    }
  }
  return (name) => median(times.get(name) ?? []);
};
