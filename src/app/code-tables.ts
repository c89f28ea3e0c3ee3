import { signal } from '@preact/signals';
import type { Bytes } from '../base/bytes.ts';
import { isJsonObject, type Json, parseJson } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type CodeTable, publicTables } from '../layout/code-tables.ts';
import { type CodeTableFault, readCodeTables } from '../layout/read-code-tables.ts';
import type { LayoutId } from '../layout/types.ts';
import type { StorageFault } from '../store/database.ts';
import { readFile } from './read-file.ts';
import { clock, stores } from './stores.ts';

/** A code table that the person loaded; without fields it is kept, and in no use yet. */
export interface OwnTable extends CodeTable {
  /** Name of the file. */
  file: string;
  /** Epoch ms UTC. */
  loadedAt: number;
}

export type LoadTableFault =
  | CodeTableFault
  | { code: 'too-large' | 'unreadable' }
  | { code: StorageFault };

/** What the person loaded, in the order of names. */
export const ownCodeTables = signal<OwnTable[]>([]);

const KEY = 'tables';
const LARGEST_FILE = 4 * 1024 * 1024;

const isOwnTable = (value: Json): value is Json & OwnTable =>
  isJsonObject(value) && Array.isArray(value.items) && Array.isArray(value.fields);

/** The tables that the person loaded; they come before the public ones. */
export const ownTables = async (): Promise<OwnTable[]> => {
  const kept = await stores.settings.get(KEY);
  return Array.isArray(kept) ? kept.filter(isOwnTable) : [];
};

export const loadOwnTables = async (): Promise<void> => {
  ownCodeTables.value = await ownTables();
};

const keep = async (tables: OwnTable[]): Promise<Result<void, StorageFault>> => {
  const sorted = tables.toSorted((one, other) => one.name.localeCompare(other.name, 'pt-BR'));
  const kept = await stores.settings.set(KEY, parseJson(JSON.stringify(sorted)) ?? []);
  if (kept.ok) ownCodeTables.value = sorted;
  return kept;
};

/** Keeps the tables of a file. One of the same name is replaced, and stays for the fields that it was for. */
export const loadCodeTables = async (file: File): Promise<Result<OwnTable[], LoadTableFault>> => {
  if (file.size > LARGEST_FILE) return err({ code: 'too-large' });
  const bytes = await readFile(file);
  if (!bytes) return err({ code: 'unreadable' });
  const read = readCodeTables(decoded(bytes), file.name);
  if (!read.ok) return read;
  const [own, published] = await Promise.all([ownTables(), publicTables()]);
  const loaded = read.value.map((table) => {
    const { fields, layouts } = namedLike(table, own) ??
      namedLike(table, published) ?? { fields: [], layouts: [] };
    return { ...table, fields, layouts, file: file.name, loadedAt: clock.now() };
  });
  const others = own.filter((table) => !namedLike(table, loaded));
  const kept = await keep([...others, ...loaded]);
  return kept.ok ? ok(loaded) : err({ code: kept.error });
};

/** Windows writes CSV files in its own encoding. */
const decoded = (bytes: Bytes): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

const namedLike = <T extends { name: string }>(
  { name }: { name: string },
  tables: readonly T[],
): T | undefined => tables.find((table) => plain(table.name) === plain(name));

/** Uses a table for a field; for the same field of another layout beside those it is for already. */
export const assignTable = async (
  name: string,
  { spc, slp }: LayoutId,
  fieldName: string,
): Promise<Result<void, StorageFault>> => {
  const layout = `${spc}/${slp}`;
  return keep(
    (await ownTables()).map((table) => {
      if (table.name !== name) return table;
      const before = table.fields.includes(fieldName) ? table.layouts : [];
      return { ...table, fields: [fieldName], layouts: [...new Set([...before, layout])] };
    }),
  );
};

export const removeTable = async (name: string): Promise<Result<void, StorageFault>> =>
  keep((await ownTables()).filter((table) => table.name !== name));
