import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { heldEntries } from '../queue/queue-records.ts';
import { ambiente } from '../state.ts';
import { database, stores } from '../stores.ts';
import { prepare } from './at-court.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

let where: string;
beforeEach(() => {
  where = crypto.randomUUID();
  ambiente.value = {
    ...{ id: where, tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
});

const atCourt = async (changes: Partial<CourtDelivery> = {}): Promise<CourtDelivery> => {
  const delivery: CourtDelivery = {
    ...{ ambiente: where, representacao: 1, spc: 'LIC', slp: 'X', mes: 2, ano: 2019 },
    ...{ courtId: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', heardAt: 1, deliveredAt: 1 },
    ...{ contents: ['content'], bodySha256: 'cc', origin: 'sent' },
    ...changes,
  };
  const { contents, bodySha256, heardAt, look, goneAt, origin, ...sent } = delivery;
  const content: Delivery = {
    ...sent,
    ...{ id: 'content', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1, logHead: '' },
    ...{ layoutSha256: 'bb', body: { text: '{}', sha256: 'cc' }, files: [] },
  };
  await stores.courtDeliveries.save(delivery, () => delivery);
  await stores.deliveries.save(content);
  return delivery;
};

const homologations = () => heldEntries().filter(({ ambiente: of }) => of === where);

it('prepares a delivery once, however often and in however many windows it is asked to', async () => {
  const delivery = await atCourt();
  const faults = await Promise.all([prepare([delivery]), prepare([delivery])]);
  expect(faults).toEqual([undefined, 'not-open']);
  expect(await prepare([delivery])).toBe('not-open');
  expect(homologations()).toHaveLength(1);
});

it.each<[string, Partial<CourtDelivery>]>([
  ['gone', { goneAt: 2 }],
  ['of other content', { look: { at: 2, differs: 'dd' } }],
  ['homologated', { statusEnvio: 'HOMOLOGADO' }],
])('prepares nothing that is %s since it was shown', async (_, changes) => {
  const shown = await atCourt();
  const now = { ...shown, ...changes };
  await stores.courtDeliveries.save(now, () => now);
  expect(await prepare([shown])).toBe('not-open');
  expect(homologations()).toEqual([]);
});
