import type { Json } from '../base/json.ts';
import type { Result } from '../base/result.ts';
import { seal, unseal } from './codec.ts';
import type { Database, StorageFault } from './database.ts';

/** Small choices of the person, by name. */
export interface Settings {
  get(name: string): Promise<Json | undefined>;
  set(name: string, value: Json): Promise<Result<void, StorageFault>>;
}

/** What the office decided of its deadlines, the one setting that goes into copies. */
export const DEADLINES = 'prazos';

export const settingStore = (database: Database): Settings => ({
  get: async (name) => {
    const setting = await database.read((db) => db.get('settings', name));
    return setting && unseal(setting);
  },

  set: async (name, value) => {
    const sealed = await seal(value);
    return database.write(['settings'], 'relaxed', async (transaction) => {
      const settings = transaction.objectStore('settings');
      const rev = ((await settings.get(name))?.rev ?? 0) + 1;
      await settings.put({ ...sealed, rev }, name);
    });
  },
});
