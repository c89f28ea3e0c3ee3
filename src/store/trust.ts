import type { Result } from '../base/result.ts';
import { seal } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { readAll } from './read-all.ts';
import type { TrustItem } from './schema.ts';

/** Authorities' certificates, CRLs and OCSP answers by their id; they can be had again, so of relaxed durability. */
export interface Trust {
  list(): Promise<TrustItem[]>;
  /** All or none; one with a known id takes its place. */
  save(items: readonly TrustItem[]): Promise<Result<void, StorageFault>>;
  remove(id: string): Promise<Result<void, StorageFault>>;
}

export const trustItemStore = (database: Database): Trust => ({
  list: async () => (await readAll(database, 'trust')).records,

  save: async (items) => {
    const sealed = await Promise.all(items.map((item) => seal(item)));
    return database.write(['trust'], 'relaxed', async (transaction) => {
      const store = transaction.objectStore('trust');
      await Promise.all(sealed.map((each) => store.put(each, each.record.id)));
    });
  },

  remove: async (id) =>
    database.write(['trust'], 'relaxed', async (transaction) => {
      await transaction.objectStore('trust').delete(id);
    }),
});
