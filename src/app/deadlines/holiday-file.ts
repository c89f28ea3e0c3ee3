import { bytesOf } from '../../base/bytes.ts';
import { type HolidayTable, holidayLines, readHolidayTable } from '../../deadline/holiday-table.ts';
import { readCsv, separatorOf } from '../../draft/table/read-csv.ts';
import { decodeText } from '../../draft/table/text-encoding.ts';
import { plainCsv } from '../table/plain-csv.ts';
import { choices } from './choices.ts';
import { addHolidays } from './holidays.ts';

/** Takes the holidays of a CSV in addition. `undefined`: it cannot be read. */
export const importHolidays = async (file: Blob): Promise<HolidayTable | undefined> => {
  const { text } = decodeText(await bytesOf(file));
  const sheet = readCsv(text, separatorOf(text));
  if (!sheet.ok) return undefined;
  const table = readHolidayTable(
    sheet.value.lines.map((cells) => cells.map((cell) => String(cell ?? ''))),
  );
  if (table.holidays.length > 0) await addHolidays(table.holidays);
  return table;
};

/** The office's own holidays as a CSV that `importHolidays` reads. */
export const holidaysCsv = (words: { heading: string[]; yes: string; no: string }): Blob =>
  plainCsv(holidayLines(choices.value.holidays.own, words));
