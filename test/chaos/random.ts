/** Chance that can be had again: the same seed, the same numbers. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number;
  /** An integer, 0 ≤ n < `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Counts in steps of the golden ratio and scatters the bits of each count. */
export const seeded = (seed: number): Random => {
  let count = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1);
  const next = () => {
    count = (count + 0x9e3779b9) | 0;
    let bits = Math.imul(count ^ (count >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
  };
};
