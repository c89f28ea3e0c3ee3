import { ok, type Result } from '../base/result.ts';
import type { DraftVersion } from '../draft/versions.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { allOf } from './keys.ts';
import { isSealed } from './read-all.ts';

/** Versions of a draft that stay; of older ones the history is forgotten. */
const MOST = 20;

/** Earlier documents of drafts, to be returned to. */
export interface DraftVersions {
  /** The newest first, by when they were the draft: one may be kept after a newer one. */
  list(draftId: string): Promise<DraftVersion[]>;
  /** Keeps a document, unless the newest version is the same. */
  keep(version: Omit<DraftVersion, 'n'>): Promise<Result<void, StorageFault>>;
}

export const draftVersionStore = (database: Database): DraftVersions => ({
  list: async (draftId) => {
    const sealed = await database.read((db) => db.getAll('draftVersions', allOf(draftId)));
    const versions = await unsealAll(sealed.filter(isSealed));
    return versions.toSorted((a, b) => b.at - a.at || b.n - a.n);
  },

  keep: (version) => keep(database, version),
});

const keep = async (
  database: Database,
  version: Omit<DraftVersion, 'n'>,
): Promise<Result<void, StorageFault>> => {
  const { draftId } = version;
  const last = await database.read(async (db) =>
    db.transaction('draftVersions').store.openCursor(allOf(draftId), 'prev'),
  );
  if (isSealed(last?.value) && isSameDocument(await unseal(last.value), version)) {
    return ok(undefined);
  }
  const n = (last?.key[1] ?? 0) + 1;
  const sealed = await seal({ ...version, n });
  const kept = await database.write(['drafts', 'draftVersions'], 'strict', async (transaction) => {
    // Of a draft that was removed meanwhile nothing stays.
    if ((await transaction.objectStore('drafts').getKey(draftId)) === undefined) return 'done';
    const versions = transaction.objectStore('draftVersions');
    const now = await versions.openKeyCursor(allOf(draftId), 'prev');
    if (now?.key[1] !== last?.key[1]) return 'overtaken';
    await Promise.all([
      versions.put(sealed, [draftId, n]),
      versions.delete(IDBKeyRange.bound([draftId], [draftId, n - MOST])),
    ]);
    return 'done';
  });
  if (!kept.ok) return kept;
  // Another was kept since it was looked.
  return kept.value === 'done' ? ok(undefined) : keep(database, version);
};

// Both come of one history, in which members keep their order; at worst a version is kept that need not be.
const isSameDocument = (
  a: Pick<DraftVersion, 'document'>,
  b: Pick<DraftVersion, 'document'>,
): boolean => JSON.stringify(a.document) === JSON.stringify(b.document);
