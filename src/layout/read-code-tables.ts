import { isJsonObject, type Json } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { CodeItem } from './code-tables.ts';

/** A table as a file tells it: which fields it is for is not in the file. */
export interface ReadTable {
  name: string;
  items: CodeItem[];
}

/** The line of a file or the place in a list, from 1. */
interface Place {
  of: 'line' | 'item';
  at: number;
}

/** `found`: what stands at the place. */
export type CodeTableFault =
  | { code: 'not-a-table' }
  | { code: 'no-codes'; name: string }
  | ({ code: 'bad-code' | 'no-label' | 'bad-validity'; found: string } & Place);

type Read<T> = Result<T, CodeTableFault>;

/** `01/2017`, `01/2017 à 12/2020`. */
const VALIDITY =
  /^((?:0?[1-9]|1[0-2])\/\d{4})(?:\s*(?:à|a|até|-|–)\s*((?:0?[1-9]|1[0-2])\/\d{4}))?$/i;

const month = (text: string): string => text.padStart('MM/YYYY'.length, '0');

const itemOf = (place: Place, code: string, label: string, validity: string): Read<CodeItem> => {
  if (!/^\d{1,9}$/.test(code.trim())) return err({ code: 'bad-code', ...place, found: code });
  if (label.trim() === '') return err({ code: 'no-label', ...place, found: code });
  const item = { code: Number(code), label: label.trim() };
  if (validity.trim() === '') return ok(item);
  const [, from, until] = VALIDITY.exec(validity.trim()) ?? [];
  if (!from) return err({ code: 'bad-validity', ...place, found: validity });
  return ok({ ...item, from: month(from), ...(until && { until: month(until) }) });
};

const tableOf = (name: string, items: Read<CodeItem>[]): Read<ReadTable> => {
  const read: CodeItem[] = [];
  for (const item of items) {
    if (!item.ok) return item;
    read.push(item.value);
  }
  return read.length > 0 ? ok({ name, items: read }) : err({ code: 'no-codes', name });
};

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The tables of an export of Colare-Doc: `[{nomeTipoDominio, dominios: [{codigo, descricao, vigencia}]}]`. */
export const tablesOfJson = (json: Json | undefined): Read<ReadTable[]> => {
  const tables: ReadTable[] = [];
  for (const each of Array.isArray(json) ? json : [json]) {
    const name = isJsonObject(each) ? textOf(each.nomeTipoDominio) : '';
    const codes = isJsonObject(each) ? each.dominios : undefined;
    if (name === '' || !Array.isArray(codes)) return err({ code: 'not-a-table' });
    const items = codes.map((item, index) => {
      const { codigo, descricao, vigencia } = isJsonObject(item) ? item : {};
      const place = { of: 'item', at: index + 1 } as const;
      return itemOf(place, textOf(codigo), textOf(descricao), textOf(vigencia));
    });
    const table = tableOf(name, items);
    if (!table.ok) return table;
    tables.push(table.value);
  }
  return tables.length > 0 ? ok(tables) : err({ code: 'not-a-table' });
};

/** A table from the lines of a CSV file: code, description and, where there is one, validity; a heading may stand first. */
export const tableOfLines = (name: string, lines: readonly string[][]): Read<ReadTable> => {
  const [heading = []] = lines;
  const first = /^c[oó]d/i.test(heading[0]?.trim() ?? '') ? 1 : 0;
  if (!lines.some((line) => line.length > 1)) return err({ code: 'not-a-table' });
  const items = lines.flatMap(([code = '', label = '', validity = ''], index) =>
    index < first || [code, label, validity].every((cell) => cell.trim() === '')
      ? []
      : [itemOf({ of: 'line', at: index + 1 }, code, label, validity)],
  );
  return tableOf(name, items);
};
