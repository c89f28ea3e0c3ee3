import type { Result } from '../base/result.ts';
import type { CachedLayout, LayoutId } from '../layout/types.ts';
import { seal, unseal } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { readAll } from './read-all.ts';

/** Layouts by accounts, layout and month; a cache, so of relaxed durability. */
export interface Layouts {
  list(): Promise<CachedLayout[]>;
  load(id: LayoutId, mes: number, ano: number): Promise<CachedLayout | undefined>;
  save(layout: CachedLayout): Promise<Result<void, StorageFault>>;
}

export const layoutStore = (database: Database): Layouts => ({
  list: async () => (await readAll(database, 'layouts')).records,

  load: async ({ spc, slp }, mes, ano) => {
    const layout = await database.read((db) => db.get('layouts', [spc, slp, ano, mes]));
    return layout && unseal(layout);
  },

  save: async (layout) => {
    const sealed = await seal(layout);
    const { spc, slp, ano, mes } = layout;
    return database.write(['layouts'], 'relaxed', async (transaction) => {
      await transaction.objectStore('layouts').put(sealed, [spc, slp, ano, mes]);
    });
  },
});
