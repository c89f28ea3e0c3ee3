import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { listed } from '../../store/draft-records.ts';
import { database, stores } from '../stores.ts';
import { type Draft, type DraftQuery, searchDrafts } from './search-drafts.ts';

const MANY = 10_000;

/** Draft `n` was changed at instant `n`: the last is the newest. */
const draft = (n: number): Draft => ({
  ...{ id: `d${n}`, ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: n, changedAt: n },
  ...{ spc: 'LIC', slp: n % 2 === 0 ? 'X' : 'Y', mes: (n % 12) + 1, ano: 2019 },
  ...{ layoutSha256: '', layoutSource: 'court' },
});
const document = (n: number) => ({ objeto: `Aquisição número ${n}.` });

beforeAll(async () => {
  const names: ['drafts', 'draftSnapshots', 'draftTexts'] = [
    'drafts',
    'draftSnapshots',
    'draftTexts',
  ];
  await database.write(names, 'relaxed', async (transaction) => {
    const plain = <Of>(record: Of) => ({ codec: 'plain' as const, rev: 1, record });
    for (let n = 1; n <= MANY; n++) {
      const { id } = draft(n);
      void transaction.objectStore('drafts').put(listed(draft(n), plain(draft(n))), id);
      const snapshot = { draftId: id, seq: 0, document: document(n) };
      void transaction.objectStore('draftSnapshots').put(plain(snapshot), id);
      const text = `aquisicao numero ${n}.`;
      void transaction.objectStore('draftTexts').put(plain({ text }), id);
    }
  });
});
afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts the records that the browser hands out, whichever way they are asked for. */
const countReads = () => {
  const count = { reads: 0 };
  const counting = <Args extends unknown[]>(ask: (...args: Args) => IDBRequest) =>
    function (this: unknown, ...args: Args): IDBRequest {
      const request = ask.apply(this, args);
      request.addEventListener('success', () => {
        const { result } = request;
        count.reads += Array.isArray(result) ? result.length : 1;
      });
      return request;
    };
  for (const owner of [IDBIndex.prototype, IDBObjectStore.prototype]) {
    for (const way of ['get', 'getAll', 'openCursor'] as const) {
      const ask = owner[way];
      vi.spyOn(owner, way).mockImplementation(counting(ask));
    }
  }
  return count;
};

const ALL: DraftQuery = { wants: () => true, text: '' };
const idsOf = ({ found }: ReturnType<typeof searchDrafts>) =>
  found.value.drafts.map(({ id }) => id);
const last = (count: number) => Array.from({ length: count }, (_, n) => `d${MANY - n}`);

it('shows the newest of 10,000 drafts, and the next ones when asked, by reading no more than them', async () => {
  const count = countReads();
  const search = searchDrafts('a', ALL);
  await search.more(50);
  expect(idsOf(search)).toEqual(last(50));
  expect(search.found.value.state).toBe('paused');
  expect(count.reads).toBe(50);
  await search.more(50);
  expect(idsOf(search)).toEqual(last(100));
  expect(count.reads).toBe(100);
});

it('shows what is found of a text as it is found, and reads nothing more once it is stopped', async () => {
  const count = countReads();
  const search = searchDrafts('a', { ...ALL, text: `AQUISICAO ${MANY - 120}.` });
  const shown = new Promise<void>((resolve) => {
    search.found.subscribe(({ drafts }) => {
      if (drafts.length === 0) return;
      search.stop();
      resolve();
    });
  });
  await Promise.all([search.more(50), shown]);
  expect(idsOf(search)).toEqual([`d${MANY - 120}`]);
  expect(search.found.value.state).toBe('paused');
  // Three pages, and the words of each.
  expect(count.reads).toBe(300);
});

it('looks through all drafts, a batch at a time, for a text that none has', async () => {
  const search = searchDrafts('a', { ...ALL, text: 'merenda' });
  await search.more(50);
  expect(search.found.value).toEqual({ drafts: [], state: 'ended' });
});

it('reads the words only of drafts of the layout and month that are wanted', async () => {
  const count = countReads();
  const wants = ({ slp, mes }: Draft) => slp === 'X' && mes === 5;
  const search = searchDrafts('a', { wants, text: 'aquisição' });
  await search.more(1);
  expect(search.found.value.drafts.every(wants)).toBe(true);
  expect(count.reads).toBe(50 + search.found.value.drafts.length);
});

it('finds nothing in another ambiente', async () => {
  const search = searchDrafts('b', ALL);
  await search.more(50);
  expect(search.found.value).toEqual({ drafts: [], state: 'ended' });
});

it('reads a draft itself where its words were not written since it was changed, and writes them', async () => {
  const changed = { ...draft(1), rev: 2 };
  const edit = { op: 'set', pointer: '/objeto', value: 'Merenda' } as const;
  await stores.drafts.save(changed, [
    { draftId: 'd1', seq: 1, at: 1, kind: 'edit', edit, inverse: edit },
  ]);
  const search = searchDrafts('a', { wants: ({ id }) => id === 'd1', text: 'merenda' });
  await search.more(1);
  expect(idsOf(search)).toEqual(['d1']);
  expect(await stores.draftLists.texts([changed])).toEqual(new Map([['d1', 'merenda']]));
});

it('goes on past a draft that cannot be read', async () => {
  await database.write(['draftTexts', 'draftSnapshots', 'draftChanges'], 'strict', async (t) => {
    for (const id of ['d3', 'd4', 'd5']) void t.objectStore('draftTexts').delete(id);
    void t.objectStore('draftSnapshots').put(Object('torn'), 'd3');
    void t.objectStore('draftChanges').put(Object('torn'), ['d4', 1]);
  });
  const wants = ({ id }: Draft) => ['d3', 'd4', 'd5'].includes(id);
  const search = searchDrafts('a', { wants, text: 'aquisição' });
  await search.more(3);
  expect(search.found.value).toEqual({ drafts: [draft(5)], state: 'ended' });
});

it('keeps no words of a draft that was removed meanwhile', async () => {
  await stores.drafts.remove('d2');
  await stores.draftLists.saveTexts([{ draft: draft(2), text: 'palavras' }]);
  expect(await database.read((db) => db.get('draftTexts', 'd2'))).toBeUndefined();
});

it('tells how many drafts were changed after an instant, and when the first of them was, without reading them', async () => {
  const count = countReads();
  expect(await stores.draftLists.changedAfter(MANY - 3)).toEqual({ count: 3, oldest: MANY - 2 });
  expect(await stores.draftLists.changedAfter(MANY)).toEqual({ count: 0, oldest: undefined });
  expect(count.reads).toBe(0);
});
