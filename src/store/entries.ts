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
import type { Database } from './database.ts';
import { isDelivered, listedEntry } from './entry-records.ts';
import { allOf } from './keys.ts';

/** What an entry tells of a delivery: the record of what it sent, and what becomes of the delivery at the court. */
export interface AboutDelivery {
  courtId: number;
  sent: Delivery | undefined;
  change: DeliveryChange;
}

/** Where the outbox lives: entries, and their log that is only appended to. */
export interface Entries extends OutboxStore<RecepcaoFrozen, RecepcaoProgress> {
  /** Those whose id begins so. */
  beginningWith(start: string): Promise<RecepcaoEntry[]>;
  /** As `OutboxStore.save`; what follows from the entry is kept in the same transaction. */
  save(
    entry: RecepcaoEntry,
    rows: readonly LogRow[],
    about?: AboutDelivery,
  ): Promise<Result<void, SaveFault>>;
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

export const entryStore = (database: Database): Entries => ({
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

  save: async (entry, rows, about) => {
    for (;;) {
      try {
        return await saveOnce(database, entry, rows, about);
      } catch (error) {
        if (isStale(error)) return err('stale-revision');
        if (!(error instanceof OvertakenError)) throw error;
      }
    }
  },
});

const saveOnce = async (
  database: Database,
  entry: RecepcaoEntry,
  rows: readonly LogRow[],
  about: AboutDelivery | undefined,
): Promise<Result<void, SaveFault>> => {
  const at: [string, number] = [entry.ambiente, about?.courtId ?? 0];
  const [sealed, sent, sealedRows, changed] = await Promise.all([
    seal(entry, entry.rev),
    about?.sent && seal(about.sent, about.sent.rev),
    Promise.all(rows.map(async (row) => ({ row, sealed: await seal(row) }))),
    about && changedDelivery(database, { ...entry, courtId: about.courtId }, about.change),
  ]);
  const before = (rows[0]?.seq ?? 1) - 1;
  return database.write(STORES, 'strict', async (transaction) => {
    const log = transaction.objectStore('log');
    const known = transaction.objectStore('courtDeliveries');
    const check = async () => {
      if (before > 0 && !(await log.getKey([entry.id, before]))) throw new StaleError();
    };
    const checkDelivery = async () => {
      if (changed?.sealed && ((await known.get(at))?.rev ?? 0) !== changed.rev) {
        throw new OvertakenError();
      }
    };
    // All is asked for at once; what was written on another revision is taken back with the transaction.
    await Promise.all([
      check(),
      checkDelivery(),
      transaction.objectStore('entries').put(listedEntry(entry, sealed), entry.id),
      ...sealedRows.map(({ row, sealed }) => log.add(sealed, [row.entryId, row.seq])),
      sent && transaction.objectStore('deliveries').put(sent, entry.id),
      changed?.sealed && known.put(changed.sealed, at),
      isDelivered(entry) &&
        transaction.objectStore('doneDrafts').put(entry.id, entry.frozen.draftId),
    ]);
  });
};

/** What is known of the delivery was written by another window since it was read: it is judged again. */
class OvertakenError extends Error {}

// Each row raises the revision by one, and `add` fails on a row that is there already: the keys of the log alone tell
// whether the entry is still the one that was read, without reading it again.
class StaleError extends Error {}
const isStale = (error: unknown): boolean =>
  error instanceof StaleError || (error instanceof Error && error.name === 'ConstraintError');
