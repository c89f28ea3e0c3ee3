import { folded } from '../../base/text-comparison.ts';

/** Whether every word a person looks for stands somewhere in these texts, whatever its accents and case. */
export const hasWanted = (wanted: string, texts: readonly (string | undefined)[]): boolean => {
  const within = folded(texts.join(' '));
  return folded(wanted)
    .split(/\s+/)
    .every((word) => within.includes(word));
};
