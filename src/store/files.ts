import { sha256Hex } from '../base/bytes.ts';
import type { Clock } from '../base/clock.ts';
import { ok, type Result } from '../base/result.ts';
import { seal, unseal } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import type { EstafetaSchema } from './schema.ts';

/** Contents by their SHA-256 (lower-case hexadecimal). */
export interface Files {
  get(sha256: string): Promise<Blob | undefined>;
  /** `sha256`: where it was computed before; otherwise the content is read whole. */
  put(content: Blob, sha256?: string): Promise<Result<string, StorageFault>>;
  /** Drops of these contents, which were put in vain, those that nothing refers to. */
  drop(sha256s: readonly string[]): Promise<Result<void, StorageFault>>;
  /** Drops what nothing refers to any more; gives the number dropped. */
  collect(): Promise<Result<number, StorageFault>>;
}

/** Content younger than this may belong to a record that is about to be written. */
const YOUNG_MS = 3_600_000;

export const fileStore = (database: Database, clock: Clock): Files => ({
  get: async (sha256) => {
    const sealed = await database.read((db) => db.get('files', sha256));
    return sealed && (await unseal(sealed)).content;
  },

  put: async (content, known) => {
    const sha256 = known ?? (await sha256Hex(content));
    const sealed = await seal({ content, storedAt: clock.now() });
    return database.write(['files'], 'strict', async (transaction) => {
      await transaction.objectStore('files').put(sealed, sha256);
      return sha256;
    });
  },

  drop: async (sha256s) => {
    const kept = await referredTo(database);
    return database.write(['files'], 'relaxed', async (transaction) => {
      for (const sha256 of sha256s) {
        if (kept && !kept.has(sha256)) await transaction.objectStore('files').delete(sha256);
      }
    });
  },

  collect: async () => {
    const kept = await referredTo(database);
    if (!kept) return ok(0);
    const keys = await database.read((db) => db.getAllKeys('files'));
    const dropped: EstafetaSchema['files']['key'][] = [];
    for (const key of keys.filter((sha256) => !kept.has(sha256))) {
      const sealed = await database.read((db) => db.get('files', key));
      if (sealed && (await unseal(sealed)).storedAt < clock.now() - YOUNG_MS) dropped.push(key);
    }
    return database.write(['files'], 'relaxed', async (transaction) => {
      await Promise.all(dropped.map((key) => transaction.objectStore('files').delete(key)));
      return dropped.length;
    });
  },
});

/** By code that the first screen does not wait for. */
const referredTo = async (database: Database): Promise<Set<string> | undefined> =>
  (await import('./referred-contents.ts')).referredContents(database);
