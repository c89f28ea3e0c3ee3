import Papa from 'papaparse';
import { err, ok, type Result } from '../../base/result.ts';
import { MOST_CELLS, MOST_LINES } from './limits.ts';
import { SEPARATORS, type Separator } from './separators.ts';
import type { Sheet, TableFault } from './sheet.ts';

/** A first line with which Excel is told the separator. */
const NAMED_SEPARATOR = /^sep=(.)\r?\n/;
const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_LINES = 30;
const LINES_BETWEEN_REPORTS = 5_000;

/** The separator with which most lines have as many cells as the others, more than one. */
export const separatorOf = (text: string): Separator => {
  const named = NAMED_SEPARATOR.exec(text)?.[1];
  const known = SEPARATORS.find((separator) => separator === named);
  if (known) return known;
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const scored = SEPARATORS.map((separator) => ({ separator, score: evenness(sample, separator) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best)?.separator ?? ';';
};

/** The share of lines whose number of cells is the most common one, where that is more than one. */
const evenness = (sample: string, delimiter: Separator): number => {
  const { data } = Papa.parse<string[]>(sample, {
    ...{ delimiter, preview: SAMPLE_LINES, skipEmptyLines: true },
  });
  const counts = data.map((line) => line.length);
  const shares = [...new Set(counts)]
    .filter((count) => count > 1)
    .map((count) => counts.filter((each) => each === count).length / counts.length);
  return Math.max(0, ...shares);
};

/** Reads a CSV text (RFC 4180, any separator). `onProgress`: share of the text that was read, 0 to 1. */
export const readCsv = (
  text: string,
  separator: Separator,
  onProgress: (share: number) => void = () => undefined,
): Result<Sheet, TableFault> => {
  const body = text.replace(NAMED_SEPARATOR, '');
  const lines: string[][] = [];
  let cells = 0;
  let broken = 0;
  let isTooLong = false;
  Papa.parse<string[]>(body, {
    delimiter: separator,
    step: ({ data, errors, meta }, parser) => {
      broken += errors.filter(({ type }) => type === 'Quotes').length;
      lines.push(data);
      cells += data.length;
      if (lines.length % LINES_BETWEEN_REPORTS === 0) onProgress(meta.cursor / body.length);
      isTooLong = lines.length > MOST_LINES || cells > MOST_CELLS;
      if (isTooLong) parser.abort();
    },
  });
  if (isTooLong) return err('too-long');
  return ok({ lines, notes: broken > 0 ? [{ note: 'broken-quotes', count: broken }] : [] });
};
