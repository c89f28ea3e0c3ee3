import { parseJson } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import { normalised } from '../draft/table/normalised.ts';
import { readCsv, separatorOf } from '../draft/table/read-csv.ts';
import { decodeText } from '../draft/table/text-encoding.ts';
import { publicTables } from '../layout/code-tables.ts';
import {
  type CodeTableFault,
  type ReadTable,
  tableOfLines,
  tablesOfJson,
} from '../layout/read-code-tables.ts';
import type { StorageFault } from '../store/database.ts';
import { keepTables, type OwnTable, ownTables } from './code-tables.ts';
import { readFile } from './read-file.ts';
import { clock } from './stores.ts';

export type LoadTableFault =
  | CodeTableFault
  /** Moved, changed or taken away since it was chosen; a CSV whose quotes do not close. */
  | { code: 'too-large' | 'unreadable' | 'broken-quotes' }
  | { code: StorageFault };

const LARGEST_FILE = 4 * 1024 * 1024;

/** Keeps the tables of a file. One of the same name is replaced, and stays for the fields that it was for. */
export const loadCodeTables = async (file: File): Promise<Result<OwnTable[], LoadTableFault>> => {
  if (file.size > LARGEST_FILE) return err({ code: 'too-large' });
  const bytes = await readFile(file);
  if (!bytes) return err({ code: 'unreadable' });
  const read = tablesOf(decodeText(bytes).text, file.name);
  if (!read.ok) return read;
  const [own, published] = await Promise.all([ownTables(), publicTables()]);
  const loaded = read.value.map((table) => {
    const known = namedLike(table, own) ?? namedLike(table, published);
    const { fields = [], layouts = [] } = known ?? {};
    return { ...table, fields, layouts, file: file.name, loadedAt: clock.now() };
  });
  const others = own.filter((table) => !namedLike(table, loaded));
  const kept = await keepTables([...others, ...loaded]);
  return kept.ok ? ok(loaded) : err({ code: kept.error });
};

/** An export of Colare-Doc (JSON), or CSV, whose table takes the name of the file. */
const tablesOf = (text: string, fileName: string): Result<ReadTable[], LoadTableFault> => {
  if (/^\s*[[{]/.test(text)) return tablesOfJson(parseJson(text));
  const sheet = readCsv(text, separatorOf(text));
  if (!sheet.ok) return err({ code: 'too-large' });
  if (sheet.value.notes.length > 0) return err({ code: 'broken-quotes' });
  const lines = sheet.value.lines.map((line) => line.map(String));
  const table = tableOfLines(fileName.replace(/\.[^.]*$/, ''), lines);
  return table.ok ? ok([table.value]) : table;
};

const namedLike = <T extends { name: string }>(
  { name }: { name: string },
  tables: readonly T[],
): T | undefined => tables.find((table) => normalised(table.name) === normalised(name));
