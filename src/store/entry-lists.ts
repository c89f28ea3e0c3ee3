import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import { unsealAll } from './codec.ts';
import type { Database } from './database.ts';
import { changedFrom, type DonePlace, doneRange, type Shelf } from './entry-records.ts';
import { isSealed } from './read-all.ts';

/** Done entries a page holds at most. */
const PAGE = 50;

/** Some done entries that follow one another, the newest first; without `next` there are no more. */
export interface DonePage {
  entries: RecepcaoEntry[];
  next?: DonePlace;
}

/** Entries by their indexes: those that go on or came to nothing, and the done ones in pages and counts. */
export interface EntryLists {
  /** Of all ambientes, what goes on or came to nothing. */
  held(): Promise<RecepcaoEntry[]>;
  /** When the last of all entries was changed, epoch ms UTC; 0: there are none. */
  lastChange(): Promise<number>;
  /** When each of what goes on or came to nothing was last changed (epoch ms UTC), by its id. */
  heldMarks(): Promise<Map<string, number>>;
  /** The ids of the done ones that were changed at an instant (epoch ms UTC) or later. */
  doneSince(at: number): Promise<string[]>;
  /** Of all ambientes, the done ones that were changed after an instant; `oldest`: when the first of them was. */
  doneAfter(at: number): Promise<{ count: number; oldest: number | undefined }>;
  /** Of an ambiente, and of one representação or all of them. */
  donePage(
    ambiente: string,
    representacao: number | undefined,
    after?: DonePlace,
  ): Promise<DonePage>;
  doneCount(ambiente: string, representacao: number | undefined): Promise<number>;
  /** The done entry of each draft that has one, by the draft's id; of all ambientes. */
  doneDrafts(): Promise<Map<string, string>>;
}

export const entryLists = (database: Database): EntryLists => {
  /** One that the browser cannot read keeps nobody from the others. */
  const readEach = async (keys: readonly string[]): Promise<RecepcaoEntry[]> => {
    const read = await Promise.all(
      keys.map((key) => database.read((db) => db.get('entries', key)).catch(() => undefined)),
    );
    return unsealAll(read.filter(isSealed));
  };
  const changed = (shelf: Shelf, at: number): Promise<string[]> =>
    database.read((db) => db.getAllKeysFromIndex('entries', 'changed', changedFrom(shelf, at)));
  return {
    held: async () => {
      const keys = await changed('held', 0);
      const held: RecepcaoEntry[] = [];
      for (let from = 0; from < keys.length; from += PAGE) {
        held.push(...(await readEach(keys.slice(from, from + PAGE))));
      }
      return held;
    },

    lastChange: () =>
      database.read(async (db) => {
        const index = db.transaction('entries').store.index('changed');
        const last = await Promise.all(
          (['held', 'done'] as const).map((shelf) =>
            index.openKeyCursor(changedFrom(shelf, 0), 'prev'),
          ),
        );
        return Math.max(0, ...last.flatMap((cursor) => cursor?.key[1] ?? []));
      }),

    heldMarks: () =>
      database.read(async (db) => {
        const marks = new Map<string, number>();
        const { store } = db.transaction('entries');
        let cursor = await store.index('changed').openKeyCursor(changedFrom('held', 0));
        while (cursor) {
          marks.set(cursor.primaryKey, cursor.key[1]);
          cursor = await cursor.continue();
        }
        return marks;
      }),

    doneSince: (at) => changed('done', at),

    doneAfter: async (at) =>
      database.read(async (db) => {
        const changed = db.transaction('entries').store.index('changed');
        const range = changedFrom('done', at + 1);
        const [count, first] = await Promise.all([
          changed.count(range),
          changed.openKeyCursor(range),
        ]);
        return { count, oldest: first?.key[1] };
      }),

    donePage: async (ambiente, representacao, after) => {
      const range = doneRange(ambiente, representacao, after);
      const keys = await database.read((db) =>
        db.getAllKeysFromIndex('entries', 'done', range, PAGE),
      );
      const entries = await readEach(keys);
      const last = entries.at(-1);
      return {
        entries,
        ...(last && keys.length === PAGE && { next: [-last.createdAt, last.id] }),
      };
    },

    doneCount: (ambiente, representacao) =>
      database.read((db) =>
        db.countFromIndex('entries', 'done', doneRange(ambiente, representacao)),
      ),

    doneDrafts: () =>
      database.read(async (db) => {
        const { store } = db.transaction('doneDrafts');
        const [drafts, entries] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return new Map(drafts.map((id, n) => [id, entries[n] ?? '']));
      }),
  };
};
