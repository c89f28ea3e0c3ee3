import { err, ok } from '../base/result.ts';
import type { OutboxStore } from '../outbox/ports.ts';
import type { LogRow } from '../outbox/types.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../protocol/recepcao/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database } from './database.ts';
import { allOf } from './keys.ts';
import { readAll } from './read-all.ts';

/** Where the outbox lives: entries, and their log that is only appended to. */
export interface Entries extends OutboxStore<RecepcaoFrozen, RecepcaoProgress> {
  list(): Promise<RecepcaoEntry[]>;
  /** The log of an entry, in order. */
  log(id: string): Promise<LogRow[]>;
  /** An entry and its log of the same instant, whatever another window is writing. */
  withLog(id: string): Promise<{ entry: RecepcaoEntry; rows: LogRow[] } | undefined>;
}

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

  save: async (entry, row) => {
    const [sealed, sealedRow] = await Promise.all([seal(entry, entry.rev), seal(row)]);
    const written = await database.write(['entries', 'log'], 'strict', async (transaction) => {
      const entries = transaction.objectStore('entries');
      const stored = await entries.get(entry.id);
      if ((stored?.rev ?? 0) !== entry.rev - 1) return 'stale-revision';
      await Promise.all([
        entries.put(sealed, entry.id),
        // `add` fails on a row that is there already: the log is never overwritten.
        transaction.objectStore('log').add(sealedRow, [row.entryId, row.seq]),
      ]);
      return 'saved';
    });
    if (!written.ok) return written;
    return written.value === 'saved' ? ok(undefined) : err(written.value);
  },
});
