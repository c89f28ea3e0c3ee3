import { type CivilDate, fromBrazilianDate, isCivilDate } from '../../base/civil-date.ts';
import type { CellNote } from './types.ts';

/** A date read from a cell, and what was supposed. */
export interface DateReading {
  date: CivilDate;
  note?: CellNote;
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const EIGHT_DIGITS = /^\d{8}$/;
/** A time of day behind a date, as exports write it. */
const TIME = /[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?$/;
const MIDNIGHT = /^0?0:00(:00(\.0+)?)?$/;

/** More characters than a date and a time of day; the pattern of a time would look for long through a long text. */
const MOST_CHARACTERS = 40;

/** Years that accounts speak of; with them `ddMMyyyy` and `yyyyMMdd` are never both meant. */
const isLikely = (date: CivilDate | undefined): date is CivilDate =>
  date !== undefined && date >= '1900-01-01' && date < '2100-01-01';

const dated = (year: string, month: string, day: string): CivilDate | undefined => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
};

/** As Excel reads them: 1930 to 2029. */
const century = (year: string): string => (Number(year) < 30 ? '20' : '19');

const readDay = (text: string): DateReading | undefined => {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  if (year.length === 2) {
    const date = dated(`${century(year)}${year}`, month, day);
    return date === undefined ? undefined : { date, note: 'year-of-two-digits' };
  }
  const [, y = '', m = '', d = ''] = YEAR_FIRST.exec(text) ?? [];
  const date = fromBrazilianDate(`${day}/${month}/${year}`) ?? dated(y, m, d) ?? readDigits(text);
  return date === undefined ? undefined : { date };
};

const readDigits = (text: string): CivilDate | undefined => {
  if (!EIGHT_DIGITS.test(text)) return undefined;
  const dayFirst = dated(text.slice(4), text.slice(2, 4), text.slice(0, 2));
  const yearFirst = dated(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  return [dayFirst, yearFirst].find(isLikely);
};

/** Reads `31/12/2024`, `31/12/24`, `2024-12-31`, `31122024`, `20241231`, with or without a time behind it. */
export const readDate = (text: string): DateReading | undefined => {
  if (text.length > MOST_CHARACTERS) return undefined;
  const time = TIME.exec(text);
  const read = readDay(time ? text.slice(0, time.index) : text);
  return read && time && !MIDNIGHT.test(time[1] ?? '') ? { ...read, note: 'time-left-out' } : read;
};

const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets since 1 March 1900; they count a 29 February 1900 before it (ECMA-376 §18.17.4.1). */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const LAST_SERIAL = 2_958_465;

/** The civil date of a spreadsheet's serial number, its time left out; `undefined` past the year 9999. */
export const dateOfSerial = (serial: number): CivilDate | undefined => {
  if (!(serial >= 1 && serial <= LAST_SERIAL + 1)) return undefined;
  const day = Math.floor(serial);
  return new Date(DAY_ZERO + (day < 60 ? day + 1 : day) * DAY_MS).toISOString().slice(0, 10);
};
