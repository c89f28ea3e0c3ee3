import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../base/ids.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import { type CourtDeliveries, courtDeliveryStore } from './court-deliveries.ts';
import type { DeliveryFilter } from './court-delivery-lists.ts';
import { type Database, openDatabase } from './database.ts';

let name: string;
let database: Database;
let store: CourtDeliveries;
beforeEach(() => {
  name = newId();
  database = openDatabase(name);
  store = courtDeliveryStore(database);
});
afterEach(async () => {
  await database.close();
  await deleteDB(name);
});

const known = (courtId: number, more: Partial<CourtDelivery> = {}): CourtDelivery => ({
  ...{ ambiente: 'a', representacao: 21, spc: 'LIC', slp: 'X', mes: 2, ano: 2026, courtId },
  ...{ recibo: `r${courtId}`, statusEnvio: 'NAO_HOMOLOGADO', heardAt: 1, deliveredAt: courtId },
  ...{ contents: [`e${courtId}`], bodySha256: '', origin: 'sent' },
  ...more,
});
const save = (delivery: CourtDelivery) => store.save(delivery, () => delivery);
const found = async (filter: Omit<DeliveryFilter, 'ambiente'> = {}) => {
  const all: number[] = [];
  for await (const page of store.pages({ ambiente: 'a', ...filter })) {
    all.push(...page.map(({ courtId }) => courtId));
  }
  return all;
};

it('finds the deliveries of each filter and of several together, the latest period first', async () => {
  await save(known(1, { mes: 12, ano: 2025 }));
  await save(known(2, { confirmedAt: 5 }));
  await save(known(3, { slp: 'Y', look: { at: 4, differs: 'aa' }, confirmedAt: 3 }));
  await save(known(4, { spc: 'FOLHAPAGAMENTO', representacao: 22, origin: 'taken-in' }));
  await save(known(5, { mes: 3, goneAt: 9, origin: 'taken-in' }));
  await save(known(6, { ambiente: 'b' }));
  expect(await found()).toEqual([5, 4, 3, 2, 1]);
  expect(await found({ representacao: 21 })).toEqual([5, 3, 2, 1]);
  expect(await found({ spc: 'LIC' })).toEqual([5, 3, 2, 1]);
  expect(await found({ spc: 'LIC', slp: 'X', ano: 2026 })).toEqual([5, 2]);
  expect(await found({ ano: 2026, mes: 2 })).toEqual([4, 3, 2]);
  expect(await found({ ano: 2025 })).toEqual([1]);
  expect(await found({ state: 'pending' })).toEqual([4, 1]);
  expect(await found({ state: 'homologated' })).toEqual([2]);
  expect(await found({ state: 'differs' })).toEqual([3]);
  expect(await found({ state: 'gone' })).toEqual([5]);
  expect(await found({ state: 'taken-in' })).toEqual([5, 4]);
  expect(await found({ representacao: 22, spc: 'LIC' })).toEqual([]);
  expect(await store.count({ ambiente: 'a', state: 'taken-in', representacao: 22 })).toBe(1);
});

it('gives all of a filter once, a page at a time, and forgets what a delivery no longer is', async () => {
  for (let courtId = 1; courtId <= 120; courtId++) await save(known(courtId));
  const all = Array.from({ length: 120 }, (_, n) => 120 - n);
  expect(await found({ spc: 'LIC' })).toEqual(all);
  const { found: first, next } = await store.page({ ambiente: 'a' });
  expect(first).toHaveLength(50);
  expect((await store.page({ ambiente: 'a' }, next)).found[0]?.courtId).toBe(70);
  await save(known(120, { confirmedAt: 5 }));
  expect(await store.count({ ambiente: 'a', state: 'pending' })).toBe(119);
});

it('leaves alone what is told of a delivery once more', async () => {
  const rev = async () => (await database.read((db) => db.get('courtDeliveries', ['a', 1])))?.rev;
  await save(known(1));
  const { courtId, ...rest } = known(1);
  await save({ ...rest, courtId });
  expect(await rev()).toBe(1);
  await save(known(1, { look: { at: 2 } }));
  expect(await rev()).toBe(2);
});

it('judges anew what another window wrote meanwhile, and keeps it', async () => {
  await save(known(1));
  let isFirst = true;
  const slow: Database = {
    ...database,
    write: async (...asked) => {
      // The other window is quicker.
      if (isFirst) await save(known(1, { goneAt: 7 }));
      isFirst = false;
      return database.write(...asked);
    },
  };
  const heard = await courtDeliveryStore(slow).save(
    known(1),
    (before) => before && { ...before, heardAt: 8 },
  );
  expect(heard.ok).toBe(true);
  expect(await store.load('a', 1)).toMatchObject({ goneAt: 7, heardAt: 8 });
});
