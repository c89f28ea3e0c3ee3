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
import type { Database } from './database.ts';
import { allOf } from './keys.ts';
import { readAll } from './read-all.ts';

/** Where the outbox lives: entries, and their log that is only appended to. */
export interface Entries extends OutboxStore<RecepcaoFrozen, RecepcaoProgress> {
  list(): Promise<RecepcaoEntry[]>;
  /** As `OutboxStore.save`; what the entry delivered is kept in the same transaction. */
  save(
    entry: RecepcaoEntry,
    rows: readonly LogRow[],
    delivered?: Delivery,
  ): Promise<Result<void, SaveFault>>;
  /** The log of an entry, in order. */
  log(id: string): Promise<LogRow[]>;
  /** An entry and its log of the same instant, whatever another window is writing. */
  withLog(id: string): Promise<{ entry: RecepcaoEntry; rows: LogRow[] } | undefined>;
}

const STORES: ['entries', 'log', 'deliveries'] = ['entries', 'log', 'deliveries'];

export const entryStore = (database: Database): Entries => ({
  list: async () => (await readAll(database, 'entries')).records,

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

  save: async (entry, rows, delivered) => {
    const [sealed, sealedDelivery, sealedRows] = await Promise.all([
      seal(entry, entry.rev),
      delivered && seal(delivered, delivered.rev),
      Promise.all(rows.map(async (row) => ({ row, sealed: await seal(row) }))),
    ]);
    const before = (rows[0]?.seq ?? 1) - 1;
    try {
      return await database.write(STORES, 'strict', async (transaction) => {
        const log = transaction.objectStore('log');
        const check = async () => {
          if (before > 0 && !(await log.getKey([entry.id, before]))) throw new StaleError();
        };
        // All is asked for at once; what was written on another revision is taken back with the transaction.
        await Promise.all([
          check(),
          transaction.objectStore('entries').put(sealed, entry.id),
          ...sealedRows.map(({ row, sealed }) => log.add(sealed, [row.entryId, row.seq])),
          sealedDelivery && transaction.objectStore('deliveries').put(sealedDelivery, entry.id),
        ]);
      });
    } catch (error) {
      if (isStale(error)) return err('stale-revision');
      throw error;
    }
  },
});

// Each row raises the revision by one, and `add` fails on a row that is there already: the keys of the log alone tell
// whether the entry is still the one that was read, without reading it again.
class StaleError extends Error {}
const isStale = (error: unknown): boolean =>
  error instanceof StaleError || (error instanceof Error && error.name === 'ConstraintError');
