import type { IDBPDatabase, StoreNames } from 'idb';
import { type Sealed, unsealAll } from './codec.ts';
import type { Database } from './database.ts';
import type { EstafetaSchema } from './schema.ts';

/** Stores whose records pass through the codec. */
type SealedName = Exclude<StoreNames<EstafetaSchema>, 'handles' | 'earlier' | 'doneDrafts'>;
type RecordOf<Name extends SealedName> =
  EstafetaSchema[Name]['value'] extends Sealed<infer Record> ? Record : never;

interface ReadAll<Name extends SealedName> {
  records: RecordOf<Name>[];
  /** Of each of them, beside it. */
  revs: number[];
  /** Where a record lies that the browser, or the codec, cannot read. It stays there. */
  unreadable: EstafetaSchema[Name]['key'][];
}

/** Records read at once: some megabytes, so that the page is not held up while they are taken apart. */
const PAGE = 50;

/** Every record of a store. One that cannot be read keeps nobody from the others. */
export const readAll = async <Name extends SealedName>(
  database: Database,
  name: Name,
): Promise<ReadAll<Name>> => {
  const values = await database.read((db) => inPages(db, name)).catch(() => undefined);
  if (values?.every(isSealed)) return { ...(await openedOf<Name>(values)), unreadable: [] };
  return readOneByOne(database, name);
};

/** Hands over every record of a store that can be read, a page at a time; gives the keys of the others. */
export const visitAll = async <Name extends SealedName>(
  database: Database,
  name: Name,
  visit: (records: RecordOf<Name>[]) => void,
): Promise<EstafetaSchema[Name]['key'][]> => {
  const keys = await database.read((db) => db.getAllKeys(name));
  const unreadable: typeof keys = [];
  for (let from = 0; from < keys.length; from += PAGE) {
    const page = keys.slice(from, from + PAGE);
    const range = IDBKeyRange.bound(page[0], page.at(-1));
    const values = await database.read((db) => db.getAll(name, range)).catch(() => []);
    if (values.length >= page.length && values.every(isSealed)) {
      visit(await recordsOf<Name>(values));
    } else {
      const { found, torn } = await readEach(database, name, page);
      visit(await recordsOf<Name>(found));
      unreadable.push(...torn);
    }
  }
  return unreadable;
};

/** The keys of records that cannot be read. */
export const unreadableIn = <Name extends SealedName>(
  database: Database,
  name: Name,
): Promise<EstafetaSchema[Name]['key'][]> => visitAll(database, name, () => {});

const inPages = async <Name extends SealedName>(
  db: IDBPDatabase<EstafetaSchema>,
  name: Name,
): Promise<EstafetaSchema[Name]['value'][]> => {
  const keys = await db.getAllKeys(name);
  const found: EstafetaSchema[Name]['value'][] = [];
  for (let from = 0; from < keys.length; from += PAGE) {
    const last = Math.min(from + PAGE, keys.length) - 1;
    found.push(...(await db.getAll(name, IDBKeyRange.bound(keys[from], keys[last]))));
  }
  return found;
};

const readOneByOne = async <Name extends SealedName>(
  database: Database,
  name: Name,
): Promise<ReadAll<Name>> => {
  const keys = await database.read((db) => db.getAllKeys(name));
  const { found, torn } = await readEach(database, name, keys);
  return { ...(await openedOf<Name>(found)), unreadable: torn };
};

const readEach = async <Name extends SealedName>(
  database: Database,
  name: Name,
  keys: readonly EstafetaSchema[Name]['key'][],
) => {
  const found: EstafetaSchema[Name]['value'][] = [];
  const torn: EstafetaSchema[Name]['key'][] = [];
  for (const key of keys) {
    const value = await database.read((db) => db.get(name, key)).catch(() => undefined);
    if (isSealed(value)) found.push(value);
    else torn.push(key);
  }
  return { found, torn };
};

const openedOf = async <Name extends SealedName>(values: EstafetaSchema[Name]['value'][]) => ({
  records: await recordsOf<Name>(values),
  revs: values.map(({ rev }) => rev),
});

const recordsOf = async <Name extends SealedName>(
  values: EstafetaSchema[Name]['value'][],
): Promise<RecordOf<Name>[]> => unsealAll(values as Sealed<RecordOf<Name>>[]);

/** Whether a record lies there as it was written, as far as can be told without opening it. */
export const isSealed = <Value>(value: Value | undefined): value is Value =>
  typeof value === 'object' &&
  value !== null &&
  'record' in value &&
  typeof value.record === 'object' &&
  value.record !== null;
