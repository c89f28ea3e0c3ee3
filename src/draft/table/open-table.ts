import { bytesOf } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { readClipboard } from './clipboard.ts';
import { MOST_FILE_BYTES } from './limits.ts';
import { readCsv, separatorOf } from './read-csv.ts';
import type { Separator } from './separators.ts';
import type { Sheet, TableFault } from './sheet.ts';
import { decodeText, type TextEncodingName } from './text-encoding.ts';
import { openWorkbook } from './xlsx/workbook.ts';

/** What a file or pasted text was recognised as. */
export type TableKind =
  | { kind: 'xlsx'; sheets: readonly { name: string; hidden: boolean }[] }
  | { kind: 'text'; encoding?: TextEncodingName };

/** What of it is to be read: a sheet by its index, or a text by its separator. */
export interface TableChoice {
  sheet?: number;
  separator?: Separator;
}

/** A file or text that can be read as a table. */
export interface OpenTable {
  recognised: TableKind;
  /** What is read where nothing else is asked for: the first visible sheet, the separator found. */
  initial: TableChoice;
  read(
    choice: TableChoice,
    onProgress: (share: number) => void,
  ): Promise<Result<Sheet, TableFault>>;
}

/** Opens a file by what it is, whatever its name. */
export const openTable = async (file: Blob): Promise<Result<OpenTable, TableFault>> => {
  if (file.size > MOST_FILE_BYTES) return err('file-too-large');
  const head = await bytesOf(file.slice(0, 4096));
  const magic = String.fromCharCode(...head.subarray(0, 4));
  if (magic === 'PK\x03\x04') return openXlsx(file);
  if (magic === '\xd0\xcf\x11\xe0') return err('old-excel');
  const { text, encoding } = decodeText(await bytesOf(file));
  // A text has no NUL, whatever it is written in.
  return text.slice(0, head.length).includes('\0') || magic === '%PDF'
    ? err('no-table')
    : ok(tableOfText(text, readCsv, encoding));
};

/** Opens a text that was pasted: of the clipboard of a spreadsheet, or of a CSV. */
export const openPasted = (text: string): OpenTable =>
  tableOfText(text, (body, separator, onProgress) =>
    separator === '\t'
      ? ok({ lines: readClipboard(body), notes: [] })
      : readCsv(body, separator, onProgress),
  );

const tableOfText = (
  text: string,
  read: typeof readCsv,
  encoding?: TextEncodingName,
): OpenTable => {
  const separator = separatorOf(text);
  return {
    recognised: { kind: 'text', ...(encoding && { encoding }) },
    initial: { separator },
    read: async (choice, onProgress) => read(text, choice.separator ?? separator, onProgress),
  };
};

const openXlsx = async (file: Blob): Promise<Result<OpenTable, TableFault>> => {
  const workbook = await openWorkbook(file);
  if (!workbook.ok) return workbook;
  const { sheets, read } = workbook.value;
  const first = Math.max(
    0,
    sheets.findIndex(({ hidden }) => !hidden),
  );
  return ok({
    recognised: { kind: 'xlsx', sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) },
    initial: { sheet: first },
    read: ({ sheet = first }, onProgress) => read(sheet, onProgress),
  });
};
