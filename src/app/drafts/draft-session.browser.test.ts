import { deleteDB } from 'idb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../base/ids.ts';
import type { JsonObject } from '../../base/json.ts';
import { ambiente, ambientesFromGateway } from '../state.ts';
import { database, stores } from '../stores.ts';
import { type DraftSession, openSession } from './draft-session.ts';

const layout = {
  ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019, sha256: 'aa', fetchedAt: 1, askedAt: 1 },
  source: 'court',
  schema: {
    type: 'object',
    properties: { objeto: { type: 'string', maxLength: 6 } },
  },
} as const;

beforeAll(async () => {
  await stores.layouts.save(layout);
});
afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});
beforeEach(() => {
  // The test server stands for the gateway: no service worker has to fence the workers in.
  ambientesFromGateway.value = true;
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
});

const begun = async (document: JsonObject): Promise<string> => {
  const id = newId();
  await stores.drafts.save(
    {
      ...{ id, ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
      ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019 },
      ...{ layoutSha256: layout.sha256, layoutSource: layout.source },
    },
    [],
    { snapshot: { draftId: id, seq: 0, document }, keptFrom: 1 },
  );
  return id;
};

it('tells a draft that cannot be read from one that is not there', async () => {
  const torn = await begun({});
  const tornSince = await begun({});
  await database.write(['draftSnapshots', 'draftChanges'], 'strict', async (transaction) => {
    void transaction.objectStore('draftSnapshots').put(Object('torn'), torn);
    void transaction.objectStore('draftChanges').put(Object('torn'), [tornSince, 1]);
  });
  expect(await openSession(torn)).toBe('unreadable');
  expect(await openSession(tornSince)).toBe('unreadable');
  expect(await openSession(newId())).toBe('no-such-draft');
});
