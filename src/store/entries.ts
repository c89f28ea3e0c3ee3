import { err, type Result } from '../base/result.ts';
import type { OutboxStore, SaveFault } from '../outbox/ports.ts';
import type { LogRow } from '../outbox/types.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../protocol/recepcao/types.ts';
import type { Delivery } from '../receipt/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import { changedDelivery, type DeliveryChange } from './court-deliveries.ts';
import type { Database, WriteTransaction } from './database.ts';
import { isDelivered, listedEntry } from './entry-records.ts';
import { allOf } from './keys.ts';

/** What an entry tells of a delivery: the record of what it sent, and what becomes of the delivery at the court. */
export interface AboutDelivery {
  courtId: number;
  sent: Delivery | undefined;
  change: DeliveryChange;
}

/** An entry with its newest rows, and what it tells of a delivery. */
export interface EntryWriting {
  entry: RecepcaoEntry;
  rows: readonly LogRow[];
  about?: AboutDelivery | undefined;
  /** What the rows name first, by SHA-256. */
  contents?: ReadonlyMap<string, Blob> | undefined;
}

/** Where the outbox lives: entries, and their log that is only appended to. */
export interface Entries extends OutboxStore<RecepcaoFrozen, RecepcaoProgress> {
  /** Those whose id begins so. */
  beginningWith(start: string): Promise<RecepcaoEntry[]>;
  /** As `save`, of several entries; they and what follows from them are kept in one transaction, or nothing is. */
  saveTogether(writings: readonly EntryWriting[]): Promise<Result<void, SaveFault>>;
  /** The log of an entry, in order. */
  log(id: string): Promise<LogRow[]>;
  /** An entry and its log of the same instant, whatever another window is writing. */
  withLog(id: string): Promise<{ entry: RecepcaoEntry; rows: LogRow[] } | undefined>;
}

const STORES: ['entries', 'log', 'deliveries', 'courtDeliveries', 'doneDrafts'] = [
  'entries',
  'log',
  'deliveries',
  'courtDeliveries',
  'doneDrafts',
];

// Who reads a content waits for nobody who writes none.
const WITH_FILES: [...typeof STORES, 'files'] = [...STORES, 'files'];

type Writing = Pick<WriteTransaction<typeof STORES>, 'objectStore'>;

export const entryStore = (database: Database): Entries => ({
  save: (entry, rows) => saveTogether(database, [{ entry, rows }]),
  saveTogether: (writings) => saveTogether(database, writings),

  beginningWith: async (start) =>
    unsealAll(
      await database.read((db) => db.getAll('entries', IDBKeyRange.bound(start, `${start}\uffff`))),
    ),

  log: async (id) => unsealAll(await database.read((db) => db.getAll('log', allOf(id)))),

  withLog: async (id) => {
    const [entry, rows] = await database.read(async (db) => {
      const transaction = db.transaction(['entries', 'log']);
      return Promise.all([
        transaction.objectStore('entries').get(id),
        transaction.objectStore('log').getAll(allOf(id)),
      ]);
    });
    return entry && { entry: await unseal(entry), rows: await unsealAll(rows) };
  },

  load: async (id) => {
    const entry = await database.read((db) => db.get('entries', id));
    return entry && unseal(entry);
  },
});

const saveTogether = async (
  database: Database,
  writings: readonly EntryWriting[],
): Promise<Result<void, SaveFault>> => {
  for (;;) {
    try {
      const [sealed, contents] = await Promise.all([
        Promise.all(writings.map((writing) => sealedWriting(database, writing))),
        Promise.all(writings.map(sealedContents)).then((all) => all.flat()),
      ]);
      // All is asked for at once; what was written on another revision is taken back with the transaction.
      const writeAll = async (transaction: Writing): Promise<void> => {
        await Promise.all([
          ...sealed.map(({ check }) => check(transaction)),
          ...sealed.map(({ put }) => put(transaction)),
        ]);
      };
      if (contents.length === 0) return await database.write(STORES, 'strict', writeAll);
      return await database.write(WITH_FILES, 'strict', async (transaction) => {
        const files = transaction.objectStore('files');
        const puts = contents.map(({ sealed, sha256 }) => files.put(sealed, sha256));
        await Promise.all([writeAll(transaction), ...puts]);
      });
    } catch (error) {
      if (isStale(error)) return err('stale-revision');
      if (!(error instanceof OvertakenError)) throw error;
    }
  }
};

const sealedContents = ({ entry, contents = new Map() }: EntryWriting) =>
  Promise.all(
    [...contents].map(async ([sha256, content]) => ({
      sha256,
      sealed: await seal({ content, storedAt: entry.changedAt }),
    })),
  );

const sealedWriting = async (database: Database, { entry, rows, about }: EntryWriting) => {
  const at: [string, number] = [entry.ambiente, about?.courtId ?? 0];
  const [sealed, sent, sealedRows, changed] = await Promise.all([
    seal(entry, entry.rev),
    about?.sent && seal(about.sent, about.sent.rev),
    Promise.all(rows.map(async (row) => ({ row, sealed: await seal(row) }))),
    about && changedDelivery(database, { ...entry, courtId: about.courtId }, about.change),
  ]);
  const before = (rows[0]?.seq ?? 1) - 1;
  return {
    check: async (transaction: Writing): Promise<void> => {
      const log = transaction.objectStore('log');
      const known = transaction.objectStore('courtDeliveries');
      const [isNext, rev] = await Promise.all([
        before === 0 || log.getKey([entry.id, before]),
        changed?.sealed && known.get(at).then((now) => now?.rev ?? 0),
      ]);
      if (!isNext) throw new StaleError();
      if (changed?.sealed && rev !== changed.rev) throw new OvertakenError();
    },
    put: (transaction: Writing): Promise<unknown> =>
      Promise.all([
        transaction.objectStore('entries').put(listedEntry(entry, sealed), entry.id),
        ...sealedRows.map(({ row, sealed }) =>
          transaction.objectStore('log').add(sealed, [row.entryId, row.seq]),
        ),
        sent && transaction.objectStore('deliveries').put(sent, entry.id),
        changed?.sealed && transaction.objectStore('courtDeliveries').put(changed.sealed, at),
        isDelivered(entry) &&
          transaction.objectStore('doneDrafts').put(entry.id, entry.frozen.draftId),
      ]),
  };
};

/** What is known of the delivery was written by another window since it was read: it is judged again. */
class OvertakenError extends Error {}

// Each row raises the revision by one, and `add` fails on a row that is there already: the keys of the log alone tell
// whether the entry is still the one that was read, without reading it again.
class StaleError extends Error {}
const isStale = (error: unknown): boolean =>
  error instanceof StaleError || (error instanceof Error && error.name === 'ConstraintError');
