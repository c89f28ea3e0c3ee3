import { deleteDB } from 'idb';
import { afterAll, expect, it } from 'vitest';
import { newId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import type { Draft } from '../draft/types.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import { courtDeliveryStore } from './court-deliveries.ts';
import { openDatabase } from './database.ts';
import { draftVersionStore } from './draft-versions.ts';
import { draftStore } from './drafts.ts';
import { readWhole } from './read-whole.ts';
import { writeWhole } from './write-whole.ts';

const name = `whole-${newId()}`;
const database = openDatabase(name);
afterAll(async () => {
  await database.close();
  await deleteDB(name);
});

it('a delivery at the court that was heard of since it was read is not written over', async () => {
  const deliveries = courtDeliveryStore(database);
  const known: CourtDelivery = {
    ...{ ambiente: 'a', representacao: 21, spc: 'LIC', slp: 'X', mes: 2, ano: 2026, courtId: 5 },
    ...{ recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', heardAt: 1, deliveredAt: 1 },
    ...{ contents: ['e'], bodySha256: '', origin: 'sent' },
  };
  await deliveries.save(known, () => known);
  const { work, revs } = await readWhole(database);
  const restored = { ...work, courtDeliveries: [{ ...known, heardAt: 2 }] };
  await deliveries.save(known, () => ({ ...known, heardAt: 3, goneAt: 3 }));
  expect(await writeWhole(database, restored, revs)).toEqual(err('stale-revision'));
  expect(await deliveries.load('a', 5)).toMatchObject({ heardAt: 3 });
  const again = await readWhole(database);
  expect(await writeWhole(database, restored, again.revs)).toEqual(ok(undefined));
  expect(await deliveries.load('a', 5)).toMatchObject({ heardAt: 2 });
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
  const { work, revs } = await readWhole(database);
  await versions.keep({ draftId: 'd', at: 2, why: 'import', document: { a: 2 } });
  expect((await writeWhole(database, work, new Map([...revs, ['d', 1]]))).ok).toBe(true);
  expect((await versions.list('d')).map(({ n }) => n)).toEqual([2, 1]);
});
