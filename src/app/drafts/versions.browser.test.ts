import { deleteDB } from 'idb';
import { afterAll, expect, it } from 'vitest';
import { newId } from '../../base/ids.ts';
import { change, type OpenDraft, openDraft } from '../../draft/history.ts';
import type { Draft } from '../../draft/types.ts';
import { database, stores } from '../stores.ts';
import { draftWriter } from './draft-writer.ts';
import { searchDrafts } from './search-drafts.ts';
import { keepVersion, versionsOf } from './versions.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

/** A draft that is kept, as a window opens it. */
const begun = async (): Promise<{ draft: Draft; snapshotSeq: number; open: OpenDraft }> => {
  const draft: Draft = {
    ...{ id: newId(), ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: '', layoutSource: 'court' },
  };
  const snapshot = { draftId: draft.id, seq: 0, document: { objeto: 'Compra' } };
  await stores.drafts.save(draft, [], { snapshot, keptFrom: 1 });
  return { draft, snapshotSeq: 0, open: openDraft(snapshot, []) };
};

const types = async (from: Awaited<ReturnType<typeof begun>>, ...texts: string[]) => {
  const writer = draftWriter(from, () => {});
  let { open } = from;
  for (const value of texts) {
    const changed = change(open, { op: 'set', pointer: '/objeto', value }, 1);
    open = changed.open;
    writer.add(changed.change, open);
  }
  expect(await writer.flush()).toBe('saved');
};

it('keeps what a draft was before the first change that a window makes, and no other', async () => {
  const first = await begun();
  await types(first, 'Compra de merenda', 'Compra de arroz');
  await expect
    .poll(() => versionsOf(first.draft.id))
    .toMatchObject([{ n: 1, why: 'session', document: { objeto: 'Compra' } }]);
});

it('finds a draft by what was typed last, once it is closed', async () => {
  const first = await begun();
  await types(first, 'Compra de feijão preto');
  const search = searchDrafts('a', { wants: () => true, text: 'feijao' });
  await search.more(1);
  expect(search.found.value.drafts).toMatchObject([{ id: first.draft.id, rev: 2 }]);
});

it('keeps a document that has not changed once, and the last twenty versions', async () => {
  const { draft } = await begun();
  for (let n = 1; n <= 22; n++) {
    await keepVersion(draft.id, 'import', { n });
    await keepVersion(draft.id, 'layout', { n });
  }
  const versions = await versionsOf(draft.id);
  expect(versions.map(({ document }) => document.n)).toEqual(
    Array.from({ length: 20 }, (_, n) => 22 - n),
  );
  expect(new Set(versions.map(({ why }) => why))).toEqual(new Set(['import']));
});

it('keeps both of two documents that are kept at once', async () => {
  const { draft } = await begun();
  await Promise.all([
    keepVersion(draft.id, 'session', { objeto: 'Compra' }),
    keepVersion(draft.id, 'queue', { objeto: 'Compra de arroz' }),
  ]);
  const versions = await versionsOf(draft.id);
  expect(versions.map(({ n, why }) => ({ n, why }))).toEqual([
    { n: 2, why: 'queue' },
    { n: 1, why: 'session' },
  ]);
});

it('lists what a draft was before a window changed it below what it was before an import', async () => {
  const first = await begun();
  const writer = draftWriter(first, () => {});
  const typed = change(first.open, { op: 'set', pointer: '/objeto', value: 'Compra de sal' }, 1);
  writer.add(typed.change, typed.open);
  await keepVersion(first.draft.id, 'import', typed.open.document);
  await writer.flush();
  const whys = async () => (await versionsOf(first.draft.id)).map(({ why }) => why);
  await expect.poll(whys).toEqual(['import', 'session']);
});

it('forgets the versions with their draft, and keeps none of one that is gone', async () => {
  const { draft } = await begun();
  await keepVersion(draft.id, 'queue', {});
  await stores.drafts.remove(draft.id);
  await keepVersion(draft.id, 'queue', {});
  expect(await versionsOf(draft.id)).toEqual([]);
});
