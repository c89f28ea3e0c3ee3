import { dateOfSerial } from '../read-date.ts';
import type { SheetCell } from '../types.ts';

/** What a workbook says for all its cells. */
export interface WorkbookFacts {
  sharedStrings: readonly string[];
  /** Whether cells of a style (index in `cellXfs`) show dates. */
  dateStyles: readonly boolean[];
  /** Days counted from 1904 (ECMA-376 §18.2.28). */
  from1904: boolean;
}

/** A cell as it stands in a sheet (ECMA-376 §18.3.1.4). */
export interface RawCell {
  /** `t`: `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`. */
  type: string;
  style: number;
  hasFormula: boolean;
  /** The text of `v` or of `is`; absent where there is neither. */
  text: string | undefined;
}

/** Days from 1900 to 1904. */
const DAYS_TO_1904 = 1462;
const SECONDS_OF_DAY = 86_400;
/** Digits that a spreadsheet itself keeps; files hold two more, which nobody sees. */
const SHOWN_DIGITS = 15;
const LONG_WHOLE_NUMBER = /^-?\d{16,}$/;

/** What a cell says. */
export const cellValue = (cell: RawCell, facts: WorkbookFacts): SheetCell => {
  const { type, text, hasFormula } = cell;
  if (text === undefined || (text === '' && type !== 'str')) return hasFormula ? null : '';
  switch (type) {
    case 's':
      return facts.sharedStrings[Number(text)] ?? '';
    case 'b':
      return text === '1' || text === 'true';
    case 'd':
      return text.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?$/, '');
    case 'n':
      return numberOrDate(text, facts.dateStyles[cell.style] ?? false, facts.from1904);
    default:
      return unescapedText(text);
  }
};

/** A text in which characters that XML forbids stand as `_x000D_` (ECMA-376 §22.9.2.19). */
export const unescapedText = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const numberOrDate = (text: string, isDate: boolean, from1904: boolean): SheetCell => {
  const value = Number(text);
  if (!Number.isFinite(value) || LONG_WHOLE_NUMBER.test(text)) return text;
  if (!isDate) return Number(value.toPrecision(SHOWN_DIGITS));
  const serial = value + (from1904 ? DAYS_TO_1904 : 0);
  const seconds = Math.round((serial - Math.floor(serial)) * SECONDS_OF_DAY) % SECONDS_OF_DAY;
  const date = dateOfSerial(Math.floor(serial + 0.5 / SECONDS_OF_DAY));
  if (date === undefined) return value;
  return seconds === 0 ? date : `${date} ${timeOf(seconds)}`;
};

const timeOf = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
