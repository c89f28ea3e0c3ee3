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

/** Where the outbox lives: entries, and their log that is only appended to. */
export interface Entries extends OutboxStore<RecepcaoFrozen, RecepcaoProgress> {
  list(): Promise<RecepcaoEntry[]>;
  /** As `OutboxStore.save`; what the entry delivered is kept in the same transaction. */
  save(entry: RecepcaoEntry, row: LogRow, delivered?: Delivery): Promise<Result<void, SaveFault>>;
  /** The log of an entry, in order. */
  log(id: string): Promise<LogRow[]>;
}

/** Entries read at once: some megabytes, so that the page is not held up while they are taken apart. */
const PAGE = 50;

const STORES: ['entries', 'log', 'deliveries'] = ['entries', 'log', 'deliveries'];

export const entryStore = (database: Database): Entries => ({
  list: async () => {
    const all: RecepcaoEntry[] = [];
    let last = '';
    for (;;) {
      const page = IDBKeyRange.lowerBound(last, true);
      const sealed = await database.read((db) => db.getAll('entries', page, PAGE));
      all.push(...(await unsealAll(sealed)));
      if (sealed.length < PAGE) return all;
      last = all.at(-1)?.id ?? '';
    }
  },

  log: async (id) => unsealAll(await database.read((db) => db.getAll('log', allOf(id)))),

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
