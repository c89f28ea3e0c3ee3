import {
  type CivilDate,
  fromBrazilianDate,
  isCivilDate,
  toBrazilianDate,
} from '../base/civil-date.ts';
import { folded } from '../base/text-comparison.ts';
import type { OwnHoliday } from './holidays.ts';

/** Why a line of a table of holidays cannot be taken. */
export type HolidayLineFault = 'no-date' | 'no-name' | 'no-yes-or-no';

export interface HolidayTable {
  holidays: OwnHoliday[];
  /** Lines that were not taken; `line` as a spreadsheet numbers it, from 1. */
  faults: { line: number; fault: HolidayLineFault }[];
}

const YES = new Set(['sim', 's', 'x', '1', 'todo ano', 'anual']);
const NO = new Set(['nao', 'n', '', '0', 'uma vez']);

/** Reads lines `data; nome; todo ano (sim ou não)`; a first line without a date is the heading. */
export const readHolidayTable = (lines: readonly (readonly string[])[]): HolidayTable => {
  const table: HolidayTable = { holidays: [], faults: [] };
  for (const [index, cells] of lines.entries()) {
    const [day = '', name = '', often = ''] = cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell.trim() === '')) continue;
    const date = readDate(day);
    const said = folded(often);
    const fault = !date
      ? 'no-date'
      : name === ''
        ? 'no-name'
        : !YES.has(said) && !NO.has(said)
          ? 'no-yes-or-no'
          : undefined;
    if (date && !fault) table.holidays.push({ date, name, yearly: YES.has(said) });
    else if (fault && index > 0) table.faults.push({ line: index + 1, fault });
  }
  return table;
};

const readDate = (text: string): CivilDate | undefined =>
  isCivilDate(text) ? text : fromBrazilianDate(text);

/** The lines of a table that `readHolidayTable` reads, under their heading. */
export const holidayLines = (
  holidays: readonly OwnHoliday[],
  { heading, yes, no }: { heading: string[]; yes: string; no: string },
): string[][] => [
  heading,
  ...holidays.map(({ date, name, yearly }) => [toBrazilianDate(date), name, yearly ? yes : no]),
];
