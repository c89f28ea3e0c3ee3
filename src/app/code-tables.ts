import { signal } from '@preact/signals';
import { isJsonObject, type Json, parseJson } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import type { CodeTable } from '../layout/code-tables.ts';
import type { LayoutId } from '../layout/types.ts';
import type { StorageFault } from '../store/database.ts';
import { stores } from './stores.ts';

/** A code table that the person loaded; without fields it is kept, and in no use yet. */
export interface OwnTable extends CodeTable {
  /** Name of the file. */
  file: string;
  /** Epoch ms UTC. */
  loadedAt: number;
}

/** What the person loaded, in the order of names. */
export const ownCodeTables = signal<OwnTable[]>([]);

const KEY = 'tables';

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

/** Keeps these tables and no others. */
export const keepTables = async (tables: OwnTable[]): Promise<Result<void, StorageFault>> => {
  const sorted = tables.toSorted((one, other) => one.name.localeCompare(other.name, 'pt-BR'));
  const kept = await stores.settings.set(KEY, parseJson(JSON.stringify(sorted)) ?? []);
  if (kept.ok) ownCodeTables.value = sorted;
  return kept;
};

/** Uses a table for a field; for the same field of another layout beside those it is for already. */
export const assignTable = async (
  name: string,
  { spc, slp }: LayoutId,
  fieldName: string,
): Promise<Result<void, StorageFault>> => {
  const layout = `${spc}/${slp}`;
  return keepTables(
    (await ownTables()).map((table) => {
      if (table.name !== name) return table;
      const before = table.fields.includes(fieldName) ? table.layouts : [];
      return { ...table, fields: [fieldName], layouts: [...new Set([...before, layout])] };
    }),
  );
};

export const removeTable = async (name: string): Promise<Result<void, StorageFault>> =>
  keepTables((await ownTables()).filter((table) => table.name !== name));
