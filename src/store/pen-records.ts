import type { IDBPDatabase } from 'idb';
import { isJsonObject } from '../base/json.ts';
import type { RecordHead, Writings } from '../base/record.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Sealed, seal, unseal, unsealAll } from './codec.ts';
import type { Database, StorageFault, WriteTransaction } from './database.ts';
import { type BodyHere, type PenListKey, type PenPlace, penRange } from './pen-lists.ts';
import { shelve } from './preparing-shelf.ts';
import { isSealed } from './read-all.ts';
import type { EstafetaSchema } from './schema.ts';

/** Records a page holds at most. */
const PAGE = 50;

/**
 * What is known of a record now; gives what is to be kept, which may be the very same: then nothing is written. Only
 * computes and may be asked again: what is written never goes over what another window wrote meanwhile.
 */
export type RecordChange<Record> = (known: Record | undefined) => Record | undefined;

/** Some records that follow one another, the newest first; without `next` there are no more. */
export interface PenPage<Record> {
  found: Record[];
  next?: PenPlace;
}

/** Processes or trâmites by their lists: in pages and counts, never all of them. */
export interface PenRecords<Record, Shelf extends string> {
  load(id: string): Promise<Record | undefined>;
  page(body: BodyHere, shelf: Shelf, after?: PenPlace): Promise<PenPage<Record>>;
  count(body: BodyHere, shelf: Shelf): Promise<number>;
  /** Writes what `change` makes of what is known, with the next revision; gives what is kept then. */
  change(
    id: string,
    change: RecordChange<Record>,
  ): Promise<Result<Record | undefined, StorageFault>>;
  /** Writes a record over the revision it was read with (`rev` 0: it is new); gives it with its new revision. */
  save(record: Record): Promise<Result<Record, StorageFault | 'stale-revision'>>;
}

/** The stores that are written together. */
export const WRITTEN: ['processes', 'tramites', 'penEntries', 'penLog'] = [
  'processes',
  'tramites',
  'penEntries',
  'penLog',
];
export type PenWriting = WriteTransaction<typeof WRITTEN>;
type Connection = IDBPDatabase<EstafetaSchema>;

/** Where such records lie, and how one is listed. */
export interface PenShelves<Record, Listed> {
  listed(record: Record, sealed: Sealed<Record>): Listed;
  get(db: Connection, id: string): Promise<Listed | undefined>;
  inRange(db: Connection, range: IDBKeyRange, count: number): Promise<Listed[]>;
  count(db: Connection, range: IDBKeyRange): Promise<number>;
  /** The revision that lies there, inside a transaction that writes; 0: none. */
  revOf(transaction: PenWriting, id: string): Promise<number>;
  put(transaction: PenWriting, listed: Listed, id: string): Promise<unknown>;
  /** The process that a record is, or is of. */
  processOf(record: Record): string | undefined;
}

/** A record of which is known who wrote it how often. */
type Written = RecordHead & { writings?: Writings };
type Kept<Record> = Sealed<Record> & { lists: PenListKey[] };

/** A change ready to be written; `rev`: the revision it goes over; without `listed` nothing is to be written. */
interface ReadyChange<Record, Listed> {
  id: string;
  rev: number;
  record: Record | undefined;
  known: Record | undefined;
  listed?: Listed;
}

/** Something wrote meanwhile: all is judged again. */
export class OvertakenError extends Error {}

/** A change that is ready; `processIds`: whose place on the shelf it may change. */
export interface PreparedChange<Record> {
  record: Record | undefined;
  processIds: (string | undefined)[];
  /** Inside a transaction; throws `OvertakenError`. */
  write(transaction: PenWriting): Promise<void>;
}

/** Reads, changes and seals. */
export const prepareChange = async <Record extends Written, Listed extends Kept<Record>>(
  database: Database,
  shelves: PenShelves<Record, Listed>,
  id: string,
  change: RecordChange<Record>,
): Promise<PreparedChange<Record>> => {
  const { rev, record, known, listed } = await readyChange(database, shelves, id, change);
  return {
    record,
    processIds: listed ? [known, record].map((each) => each && shelves.processOf(each)) : [],
    write: async (transaction) => {
      if ((await shelves.revOf(transaction, id)) !== rev) throw new OvertakenError();
      if (listed) await shelves.put(transaction, listed, id);
    },
  };
};

const readyChange = async <Record extends Written, Listed extends Kept<Record>>(
  database: Database,
  { get, listed }: PenShelves<Record, Listed>,
  id: string,
  change: RecordChange<Record>,
): Promise<ReadyChange<Record, Listed>> => {
  const stored = await database.read((db) => get(db, id));
  const known = isSealed(stored) ? await unseal(stored) : undefined;
  const rev = stored?.rev ?? 0;
  const changed = change(known);
  if (!changed || changed === known) return { id, rev, record: changed, known };
  const writings = await withOneMore(database, changed.writings ?? {});
  const record = { ...changed, rev: rev + 1, writings };
  return { id, rev, record, known, listed: listed(record, await seal(record, record.rev)) };
};

/** The writings of a record once this browser writes it again. */
const withOneMore = async (database: Database, before: Writings): Promise<Writings> => {
  const kept = (await database.read((db) => db.get('settings', 'thisBrowser')))?.record;
  const here = isJsonObject(kept) && typeof kept.id === 'string' ? kept.id : '';
  return { ...before, [here]: (before[here] ?? 0) + 1 };
};

/** Writes changes, and then what follows from them for the shelf. */
export const writeAll = async (
  transaction: PenWriting,
  changes: readonly (Pick<PreparedChange<unknown>, 'write' | 'processIds'> | undefined)[],
): Promise<void> => {
  await Promise.all(changes.map((change) => change?.write(transaction)));
  await shelve(
    shelfStores(transaction),
    changes.flatMap((change) => change?.processIds ?? []),
  );
};

const shelfStores = (transaction: PenWriting) => ({
  processes: transaction.objectStore('processes'),
  tramites: transaction.objectStore('tramites'),
  penEntries: transaction.objectStore('penEntries'),
});

/** `onWritten`: told after each writing of its own. */
export const penRecords = <
  Record extends Written,
  Listed extends Kept<Record>,
  Shelf extends string,
>(
  database: Database,
  shelves: PenShelves<Record, Listed>,
  onWritten?: () => void,
): PenRecords<Record, Shelf> => {
  const change: PenRecords<Record, Shelf>['change'] = async (id, compute) => {
    for (;;) {
      const prepared = await prepareChange(database, shelves, id, compute);
      try {
        const written = await database.write(WRITTEN, 'strict', (transaction) =>
          writeAll(transaction, [prepared]),
        );
        if (!written.ok) return written;
        onWritten?.();
        return ok(prepared.record);
      } catch (error) {
        if (!(error instanceof OvertakenError)) throw error;
      }
    }
  };
  return {
    change,

    load: async (id) => {
      const sealed = await database.read((db) => shelves.get(db, id));
      return isSealed(sealed) ? unseal(sealed) : undefined;
    },

    page: async (body, shelf, after) => {
      const range = penRange(body, shelf, after);
      const sealed = await database.read((db) => shelves.inRange(db, range, PAGE));
      const [, , , ...place] = sealed.at(-1)?.lists.find((key) => key[2] === shelf) ?? [];
      return {
        found: await unsealAll(sealed.filter(isSealed)),
        ...(sealed.length === PAGE && place.length === 2 && { next: place }),
      };
    },

    count: (body, shelf) => database.read((db) => shelves.count(db, penRange(body, shelf))),

    save: async (record) => {
      let isStale = false;
      const saved = await change(record.id, (known) => {
        isStale = (known?.rev ?? 0) !== record.rev;
        return isStale ? known : record;
      });
      if (!saved.ok) return saved;
      return saved.value && !isStale ? ok(saved.value) : err('stale-revision');
    },
  };
};
