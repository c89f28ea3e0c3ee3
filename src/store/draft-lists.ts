import type { IDBPDatabase } from 'idb';
import type { Result } from '../base/result.ts';
import type { Draft } from '../draft/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { isSealed } from './read-all.ts';
import type { EstafetaSchema, ListedDraft } from './schema.ts';

/** Drafts a page holds at most. */
const PAGE = 50;

/** Where a draft stands in the lists of its ambiente. */
export type Place = ListedDraft['newest'];

/** What can be read of some drafts that follow one another; without `next` there are no more. */
interface DraftPage {
  drafts: Draft[];
  /** The place of the last, which may be one that cannot be read. */
  next?: Place;
}

/** Drafts by their indexes: in pages and counts, never all of them. */
export interface DraftLists {
  /** The drafts of an ambiente that come after a place, the newest first. */
  page(ambiente: string, after?: Place): Promise<DraftPage>;
  /** One draft without its document. */
  head(id: string): Promise<Draft | undefined>;
  /** Whether there is such a draft, readable or not. */
  has(id: string): Promise<boolean>;
  /** Drafts of all ambientes changed after an instant; `oldest`: when the first of them was (epoch ms UTC). */
  changedAfter(at: number): Promise<{ count: number; oldest: number | undefined }>;
  /** The day that a draft of this revision was found to tell at a place; `''`: none; `undefined`: nobody looked. */
  day(draft: Draft, from: string): Promise<string | undefined>;
  /** Keeps what was found, but of one that was changed or removed meanwhile. */
  saveDay(draft: Draft, from: string, day: string): Promise<Result<void, StorageFault>>;
  /** The words of drafts by their ids, where they were written since the last change. */
  texts(drafts: readonly Draft[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps the words of drafts of these revisions, but of those that were changed or removed meanwhile. */
  saveTexts(texts: readonly { draft: Draft; text: string }[]): Promise<Result<void, StorageFault>>;
}

export const draftLists = (database: Database): DraftLists => ({
  page: async (ambiente, after) => {
    const range = IDBKeyRange.bound(after ?? [ambiente], [ambiente, []], true);
    const { found, last } = await database.read((db) => pageIn(db, range));
    const drafts = await unsealAll(found.filter(isSealed));
    return { drafts, ...(last && found.length === PAGE && { next: last }) };
  },

  head: async (id) => {
    const draft = await database.read((db) => db.get('drafts', id));
    return isSealed(draft) ? unseal(draft) : undefined;
  },

  has: async (id) => (await database.read((db) => db.getKey('drafts', id))) !== undefined,

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

  day: async ({ id, rev }, from) => {
    const stored = await database.read((db) => db.get('drafts', id));
    return stored?.rev === rev ? stored.days?.[from] : undefined;
  },

  // Relaxed: what is missing is looked for again.
  saveDay: ({ id, rev }, from, day) =>
    database.write(['drafts'], 'relaxed', async (transaction) => {
      const drafts = transaction.objectStore('drafts');
      const stored = await drafts.get(id);
      if (stored?.rev !== rev) return;
      await drafts.put({ ...stored, days: { ...stored.days, [from]: day } }, id);
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
): Promise<{ found: (ListedDraft | undefined)[]; last: Place | undefined }> => {
  try {
    const found = await db.getAllFromIndex('drafts', 'newest', range, PAGE);
    return { found, last: found.at(-1)?.newest };
  } catch {
    const places = await placesIn(db, range);
    const found = await Promise.all(
      places.map(([, , id]) => db.get('drafts', id).catch(() => undefined)),
    );
    return { found, last: places.at(-1) };
  }
};

const placesIn = async (db: IDBPDatabase<EstafetaSchema>, range: IDBKeyRange): Promise<Place[]> => {
  const places: Place[] = [];
  let cursor = await db.transaction('drafts').store.index('newest').openKeyCursor(range);
  while (cursor && places.length < PAGE) {
    places.push(cursor.key);
    cursor = await cursor.continue();
  }
  return places;
};
