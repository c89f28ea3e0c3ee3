import { deleteDB } from 'idb';
import { afterAll, expect, it } from 'vitest';
import { newId } from '../base/ids.ts';
import type { Draft } from '../draft/types.ts';
import { openDatabase } from './database.ts';
import { draftVersionStore } from './draft-versions.ts';
import { draftStore } from './drafts.ts';
import { readWhole, writeWhole } from './whole.ts';

const name = `whole-${newId()}`;
const database = openDatabase(name);
afterAll(async () => {
  await database.close();
  await deleteDB(name);
});

it('leaves the versions that only this browser kept of a draft that a copy goes on with', async () => {
  const draft: Draft = {
    ...{ id: 'd', ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: '', layoutSource: 'court' },
  };
  const snapshot = { draftId: 'd', seq: 0, document: {} };
  await draftStore(database).save(draft, [], { snapshot, keptFrom: 1 });
  const versions = draftVersionStore(database);
  await versions.keep({ draftId: 'd', at: 1, why: 'session', document: { a: 1 } });
  const { work } = await readWhole(database);
  await versions.keep({ draftId: 'd', at: 2, why: 'import', document: { a: 2 } });
  expect((await writeWhole(database, work, new Map([['d', 1]]))).ok).toBe(true);
  expect((await versions.list('d')).map(({ n }) => n)).toEqual([2, 1]);
});
