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
  save(entry: RecepcaoEntry, row: LogRow, delivered?: Delivery): Promise<Result<void, SaveFault>>;
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

  save: async (entry, row, delivered) => {
    const [sealed, sealedRow, sealedDelivery] = await Promise.all([
      seal(entry, entry.rev),
      seal(row),
      delivered && seal(delivered, delivered.rev),
    ]);
    let storedRev = entry.rev - 1;
    try {
      return await database.write(STORES, 'strict', async (transaction) => {
        const entries = transaction.objectStore('entries');
        const check = async () => {
          storedRev = (await entries.get(entry.id))?.rev ?? 0;
          if (storedRev !== entry.rev - 1) throw new Error('stale revision');
        };
        // All is asked for at once; what was written on another revision is taken back with the transaction.
        await Promise.all([
          check(),
          entries.put(sealed, entry.id),
          // `add` fails on a row that is there already: the log is never overwritten.
          transaction.objectStore('log').add(sealedRow, [row.entryId, row.seq]),
          sealedDelivery && transaction.objectStore('deliveries').put(sealedDelivery, entry.id),
        ]);
      });
    } catch (error) {
      if (storedRev !== entry.rev - 1) return err('stale-revision');
      throw error;
    }
  },
});
