import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from './database.ts';
import { openDeliveryStore } from './delivery-store.ts';

const PERIOD = { spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 };

const useStore = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'estafeta entregas é 100% #'));
  const database = await openDatabase(folder);
  onTestFinished(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });
  return openDeliveryStore(database);
};

it('homologates only the content that was looked at, and opens nothing else with it', async () => {
  const store = await useStore();
  const target = await store.insert(PERIOD, 830, '{}', 1);
  await store.homologate(target, 'file-1');
  const retification = await store.insert(PERIOD, 830, '{"a":1}', 2);
  await store.replace(retification.id, '{"a":2}', 3);
  expect(await store.homologate(retification, 'file-2', target.id)).toBeUndefined();
  expect((await store.find(target.id))?.statusEnvio).toBe('HOMOLOGADO');

  const current = await store.find(retification.id);
  expect(current && (await store.homologate(current, 'file-2', target.id))).toMatchObject({
    text: '{"a":2}',
    statusEnvio: 'HOMOLOGADO',
    arquivoHomologacao: 'file-2',
  });
  expect(await store.find(target.id)).toEqual(target);
});

it('leaves a homologated delivery alone', async () => {
  const store = await useStore();
  const delivery = await store.insert(PERIOD, 830, '{}', 1);
  await store.homologate(delivery, 'file-1');
  expect(await store.replace(delivery.id, '{"a":1}', 2)).toBeUndefined();
  expect(await store.remove(delivery.id)).toBe(false);
  expect(await store.homologate(delivery, 'file-2')).toBeUndefined();
  expect(await store.find(delivery.id)).toMatchObject({ text: '{}', arquivoHomologacao: 'file-1' });
});

it('never gives an id twice', async () => {
  const store = await useStore();
  const first = await store.insert(PERIOD, 830, '{}', 1);
  await store.remove(first.id);
  expect((await store.insert(PERIOD, 830, '{}', 2)).id).toBe(first.id + 1);
});
