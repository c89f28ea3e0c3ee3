import { deleteDB } from 'idb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { database, stores } from '../stores.ts';
import { findReceipts, type ReceiptQuery } from './find-receipts.ts';

const HERE = 'recibos-de-teste';
const COUNT = 60;

const reciboOf = (courtId: number) =>
  `00000000-0000-4000-8000-${String(courtId).padStart(12, '0')}`;

/** Delivery `n` of month 1 to 12 says `Obra n` and a value of n mil; the last one is homologated. */
const put = async (courtId: number) => {
  const id = `content-${courtId}`;
  const shared = {
    ...{ ambiente: HERE, representacao: 21, spc: 'LIC', slp: 'CONTRATO_INI', ano: 2026, courtId },
    ...{ mes: 1 + (courtId % 12), recibo: reciboOf(courtId), statusEnvio: '' },
    deliveredAt: courtId,
    ...(courtId === COUNT && { confirmedAt: 1 }),
  };
  const body = JSON.stringify({ objeto: `Obra nº${courtId}`, valor: courtId * 1000.5 });
  const content: Delivery = {
    ...{ ...shared, id, schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ layoutSha256: '', files: [], logHead: '', body: { text: body, sha256: '' } },
  };
  const delivery: CourtDelivery = {
    ...{ ...shared, heardAt: 1, contents: [id], bodySha256: '', origin: 'sent' },
  };
  await stores.courtDeliveries.save(delivery, () => delivery, content);
};

beforeAll(async () => {
  for (let courtId = 1; courtId <= COUNT; courtId++) await put(courtId);
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const found = async (text: string, filter: Partial<ReceiptQuery['filter']> = {}) => {
  const query: ReceiptQuery = {
    filter: { ambiente: HERE, ...filter },
    text,
    saidOf: ({ mes }) => `Contrato inicial, mês ${mes}`,
  };
  const ids: number[] = [];
  for await (const some of findReceipts(query)) ids.push(...some.map(({ courtId }) => courtId));
  return ids;
};

it('a receipt is found by its recibo, whole or in part, by what the list says and by what was delivered', async () => {
  expect(await found('')).toHaveLength(COUNT);
  expect(await found(reciboOf(17).toUpperCase())).toEqual([17]);
  expect(await found('000000000017')).toEqual([17]);
  expect(await found('OBRA Nº17')).toEqual([17]);
  expect(await found('17.008,50')).toEqual([17]);
  expect(await found('contrato obra nº17')).toEqual([17]);
  expect(await found('contrato nº17 aditivo')).toEqual([]);
  expect(await found(crypto.randomUUID())).toEqual([]);
});

it('only within what the list is narrowed down to', async () => {
  expect(await found('contrato', { state: 'homologated' })).toEqual([COUNT]);
  expect(await found('obra', { ano: 2026, mes: 6 })).toEqual([53, 41, 29, 17, 5]);
  expect(await found('obra', { representacao: 22 })).toEqual([]);
  expect(await found(reciboOf(17), { representacao: 22 })).toEqual([]);
  expect(await found(reciboOf(17), { representacao: 21 })).toEqual([17]);
});
