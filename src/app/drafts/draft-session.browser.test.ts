import { deleteDB } from 'idb';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { fromBase64 } from '../../base/bytes.ts';
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

const PNG = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);

const opened = async (document: JsonObject): Promise<DraftSession> => {
  const session = await openSession(await begun(document));
  if (typeof session === 'string') throw new Error(session);
  onTestFinished(session.close);
  return session;
};

it('judges the payload as it is by then, where it was changed meanwhile', async () => {
  const session = await opened({ objeto: 'Compra' });
  const judged = session.judged();
  session.edit({ op: 'set', pointer: '/objeto', value: 'Compra de merenda' });
  await judged;
  expect(session.verdict.value).toBe(false);
  expect(session.isReportCurrent.value).toBe(true);
});

it('attaches a file to the row it was chosen for, wherever that went meanwhile', async () => {
  const session = await opened({ rows: [{ n: 1 }, { n: 2 }] });
  const attaching = session.attach('/rows/1/arquivo', new File([PNG], 'foto.png'));
  session.edit({ op: 'insert', pointer: '/rows/0', value: { n: 0 } });
  await attaching;
  const [id] = session.attachments.value.keys();
  expect(session.document.value.rows).toEqual([{ n: 0 }, { n: 1 }, { n: 2, arquivo: id }]);
});

it('attaches nothing to a row that is gone, and tells', async () => {
  const session = await opened({ rows: [{ n: 1 }, { n: 2 }] });
  const attaching = session.attach('/rows/1/arquivo', new File([PNG], 'foto.png'));
  session.edit({ op: 'remove', pointer: '/rows/1' });
  await attaching;
  expect(session.document.value.rows).toEqual([{ n: 1 }]);
  expect(session.fileFaults.value).toEqual(new Map([['/rows/1/arquivo', 'place-gone']]));
});

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
