import { folded } from '../../base/text-comparison.ts';

/** A text for comparing: without accents, capitals and punctuation, one space between words. */
export const normalised = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
