import { isJsonObject, type Json } from '../base/json.ts';
import type { CodeTable } from '../layout/code-tables.ts';
import { stores } from './stores.ts';

const KEY = 'tables';

/** The code tables that the person loaded; they come before the public ones. */
export const ownTables = async (): Promise<CodeTable[]> => {
  const kept = await stores.settings.get(KEY);
  return Array.isArray(kept) ? kept.filter(isTable) : [];
};

const isTable = (value: Json): value is Json & CodeTable =>
  isJsonObject(value) && Array.isArray(value.items) && Array.isArray(value.fields);
