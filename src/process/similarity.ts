import { folded } from '../base/text-comparison.ts';

/** How alike two names are, 0–1: twice the letters of common runs over all letters, capitals and accents aside. */
export const similarity = (a: string, b: string): number => {
  const [one, other] = [folded(a.trim()), folded(b.trim())];
  const length = one.length + other.length;
  return length === 0 ? 0 : (2 * common(one, other)) / length;
};

/** Letters in common: of the longest run, and of what stands before and after it. */
const common = (a: string, b: string): number => {
  const { length, inA, inB } = longestRun(a, b);
  if (length === 0) return 0;
  return (
    length +
    common(a.slice(0, inA), b.slice(0, inB)) +
    common(a.slice(inA + length), b.slice(inB + length))
  );
};

const longestRun = (a: string, b: string) => {
  let longest = { length: 0, inA: 0, inB: 0 };
  for (let inA = 0; inA < a.length; inA++) {
    for (let inB = 0; inB < b.length; inB++) {
      let length = 0;
      while (inA + length < a.length && a[inA + length] === b[inB + length]) length += 1;
      if (length > longest.length) longest = { length, inA, inB };
    }
  }
  return longest;
};
