import { matchColumns, type RememberedMatches } from './match-columns.ts';
import { textOf } from './read-cell.ts';
import type { TableTarget } from './targets.ts';
import type { SheetLines } from './types.ts';

/** Titles, dates of printing and the like stand above the headings of an export. */
const LINES_LOOKED_AT = 20;

/** Which of the first lines names most fields; `undefined` where none names any. */
export const headingLineOf = (
  lines: SheetLines,
  targets: readonly TableTarget[],
  remembered: RememberedMatches,
): number | undefined => {
  const counts = lines.slice(0, LINES_LOOKED_AT).map((line) => {
    const matches = matchColumns(line.map(textOf), targets, remembered);
    return matches.filter(({ target, by }) => target !== undefined || by === 'ambiguous').length;
  });
  const most = Math.max(...counts);
  return most > 0 ? counts.indexOf(most) : undefined;
};
