import type { IDBPDatabase } from 'idb';
import type { Result } from '../base/result.ts';
import type { Draft } from '../draft/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { isSealed } from './read-all.ts';
import type { EstafetaSchema, ListedDraft } from './schema.ts';

/** Drafts a page holds at most. */
export const PAGE = 50;

/** Drafts by their indexes: in pages and counts, never all of them. */
export interface DraftLists {
  /** The drafts of an ambiente that come after one of them, the newest first; fewer than `PAGE`: there are no more. */
  page(ambiente: string, after?: Draft): Promise<Draft[]>;
  /** One draft without its document. */
  head(id: string): Promise<Draft | undefined>;
  /** Drafts of all ambientes changed after an instant; `oldest`: when the first of them was (epoch ms UTC). */
  changedAfter(at: number): Promise<{ count: number; oldest: number | undefined }>;
  /** The words of drafts by their ids, where they were written since the last change. */
  texts(drafts: readonly Draft[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps the words of drafts of these revisions, but of those that were changed or removed meanwhile. */
  saveTexts(texts: readonly { draft: Draft; text: string }[]): Promise<Result<void, StorageFault>>;
}

export const draftLists = (database: Database): DraftLists => ({
  page: async (ambiente, after) => {
    const from = after ? [ambiente, -after.changedAt, after.id] : [ambiente];
    const range = IDBKeyRange.bound(from, [ambiente, []], true);
    const found = await database.read((db) => pageIn(db, range));
    return unsealAll(found.filter(isSealed));
  },

  head: async (id) => {
    const draft = await database.read((db) => db.get('drafts', id));
    return isSealed(draft) ? unseal(draft) : undefined;
  },

  changedAfter: async (at) =>
    database.read(async (db) => {
      const range = IDBKeyRange.lowerBound(at, true);
      const changedAt = db.transaction('drafts').store.index('changedAt');
      const [count, first] = await Promise.all([
        changedAt.count(range),
        changedAt.openKeyCursor(range),
      ]);
      return { count, oldest: first?.key };
    }),

  texts: async (drafts) => {
    const found = await database.read((db) => {
      const store = db.transaction('draftTexts').store;
      return Promise.all(drafts.map(({ id }) => store.get(id)));
    });
    const texts = new Map<string, string>();
    for (const [n, { id, rev }] of drafts.entries()) {
      const sealed = found[n];
      if (isSealed(sealed) && sealed.rev === rev) texts.set(id, (await unseal(sealed)).text);
    }
    return texts;
  },

  saveTexts: async (texts) => {
    const sealed = await Promise.all(
      texts.map(async ({ draft, text }) => ({ draft, text: await seal({ text }, draft.rev) })),
    );
    // Relaxed: what is missing is written again.
    return database.write(['drafts', 'draftTexts'], 'relaxed', async (transaction) => {
      const drafts = transaction.objectStore('drafts');
      const store = transaction.objectStore('draftTexts');
      const keep = async ({ draft: { id, rev }, text }: (typeof sealed)[number]) => {
        if ((await drafts.get(id))?.rev === rev) await store.put(text, id);
      };
      await Promise.all(sealed.map(keep));
    });
  },
});

/** One that the browser cannot read keeps nobody from the others. */
const pageIn = async (
  db: IDBPDatabase<EstafetaSchema>,
  range: IDBKeyRange,
): Promise<(ListedDraft | undefined)[]> => {
  try {
    return await db.getAllFromIndex('drafts', 'newest', range, PAGE);
  } catch {
    const ids = await db.getAllKeysFromIndex('drafts', 'newest', range, PAGE);
    return Promise.all(ids.map((id) => db.get('drafts', id).catch(() => undefined)));
  }
};
