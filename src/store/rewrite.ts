import { type IDBPTransaction, type StoreNames, unwrap, wrap } from 'idb';
import type { EstafetaSchema } from './schema.ts';

type Name = StoreNames<EstafetaSchema>;
export type UpgradeTransaction = IDBPTransaction<EstafetaSchema, Name[], 'versionchange'>;

/** A record as it lies on disk, of whatever version. */
export type RawRecord = { [member: string]: unknown };

export interface Rewrite {
  /** The version of the database whose migration this is. */
  version: number;
  store: Name;
  /** Members that may come out different; all others are proven to be what they were. */
  members: readonly string[];
  /** The new form of one record. */
  change(record: RawRecord): RawRecord;
  /** What is to stand in clear beside it, for an index. */
  beside?(record: RawRecord): RawRecord;
}

/** A part of every record that lies in a store of its own from then on. */
export interface Split {
  from: Name;
  to: Name;
  part(record: RawRecord): RawRecord;
  /** Under which name each member that moves is found in the part, which is proven. */
  moved: Readonly<Record<string, string>>;
}

/** A migration did not keep what it had to keep; its transaction was given up and the data is as it was. */
export class MigrationFailedError extends Error {
  override name = 'MigrationFailedError';
}

/**
 * Gives every record of a store a new form, inside the upgrade transaction. Each is first copied to `earlier`, and what
 * was written is read again and compared with the copy before the upgrade counts.
 */
export const rewriteRecords = async (
  transaction: UpgradeTransaction,
  { version, store, members, change, beside }: Rewrite,
): Promise<void> => {
  // Old records have no type of today's schema.
  const untyped = unwrap(transaction);
  const [records, earlier] = [untyped.objectStore(store), untyped.objectStore('earlier')];
  const read = (key: IDBValidKey): Promise<unknown> => wrap(records.get(key));
  const keys = await wrap(records.getAllKeys());
  for (const key of keys) {
    const sealed = await read(key);
    await wrap(earlier.put(sealed, [version, store, key]));
    if (isSealed(sealed)) {
      const { record } = sealed;
      await wrap(records.put({ ...sealed, ...beside?.(record), record: change(record) }, key));
    }
    if (!keeps(sealed, await read(key), members)) {
      throw new MigrationFailedError(`${store} ${String(key)} would not be what it was`);
    }
  }
  if ((await wrap(records.count())) !== keys.length) {
    throw new MigrationFailedError(`${store} would not be whole`);
  }
};

/** Puts a part of every record into another store, under the same key; what moved is read again and compared. */
export const copyApart = async (
  transaction: UpgradeTransaction,
  { from, to, part, moved }: Split,
): Promise<void> => {
  const untyped = unwrap(transaction);
  const [records, parts] = [untyped.objectStore(from), untyped.objectStore(to)];
  for (const key of await wrap(records.getAllKeys())) {
    const sealed: unknown = await wrap(records.get(key));
    if (!isSealed(sealed)) continue;
    await wrap(parts.put({ codec: 'plain', rev: 0, record: part(sealed.record) }, key));
    const written: unknown = await wrap(parts.get(key));
    const isWhole = Object.entries(moved).every(
      ([before, after]) => isSealed(written) && same(sealed.record[before], written.record[after]),
    );
    if (!isWhole) throw new MigrationFailedError(`${from} ${String(key)} would lose a part`);
  }
};

const isSealed = (value: unknown): value is { rev: number; record: RawRecord } =>
  isRaw(value) && isRaw(value.record);

const isRaw = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null;

const keeps = (before: unknown, after: unknown, members: readonly string[]): boolean => {
  if (!isSealed(before) || !isSealed(after)) return same(before, after);
  const names = Object.keys({ ...before.record, ...after.record });
  return (
    before.rev === after.rev &&
    names
      .filter((name) => !members.includes(name))
      .every((name) => same(before.record[name], after.record[name]))
  );
};

// Both are structured clones: their members stand in the same order.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
