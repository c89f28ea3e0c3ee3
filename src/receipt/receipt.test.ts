import { expect, it } from 'vitest';
import type { RecepcaoEntry } from '../protocol/recepcao/types.ts';
import { deliveryOf } from './delivery.ts';
import { printView } from './print-view.ts';
import { statementOf } from './statement.ts';
import type { Delivery } from './types.ts';

const entry: RecepcaoEntry = {
  id: 'e1',
  ambiente: 'simulado',
  representacao: 21,
  schemaVersion: 1,
  rev: 9,
  createdAt: 1,
  changedAt: 9,
  protocol: 'recepcao',
  frozen: {
    draftId: 'd1',
    spc: 'LIC',
    slp: 'REG_LICITACAO',
    mes: 2,
    ano: 2019,
    layoutSha256: 'aa',
    payload: { idDocumentoPDF: 'local' },
    files: [
      {
        localId: 'local',
        sha256: 'f1',
        sentSha256: 'f2',
        name: 'edital.p7s',
        kind: 'p7s',
        size: 7,
      },
    ],
  },
  frozenSha256: 'bb',
  progress: { uploads: { local: { courtId: 'c1', signatarios: [] } } },
  state: { kind: 'ready' },
  attempts: 2,
  waits: 0,
  failures: 0,
  tokenRefused: false,
  consents: [],
  absenceStated: [],
  owner: { id: 'here', name: 'aqui' },
  mustAsk: false,
  logSize: 4,
  logHead: 'dd',
};

const finalBody = { text: '{"idDocumentoPDF":"c1","itens":[{"valor":1}]}', sha256: 'cc' };
const sent = (more: Partial<RecepcaoEntry['progress']> = {}): Delivery => {
  const delivery = { id: 505, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 5 };
  const made = deliveryOf({
    ...entry,
    progress: { ...entry.progress, finalBody, delivery, ...more },
  });
  if (!made) throw new Error('no delivery');
  return made;
};

it('is no delivery until the court has given an id', () => {
  expect(deliveryOf(entry)).toBeUndefined();
  expect(deliveryOf({ ...entry, progress: { ...entry.progress, finalBody } })).toBeUndefined();
});

it('is no delivery of an errand that only homologates, until the court was seen to hold its content', () => {
  const made = (comparedAt?: number) => {
    const { progress } = entry;
    const delivery = { id: 505, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 5 };
    return deliveryOf({
      ...entry,
      frozen: { ...entry.frozen, errand: { kind: 'homologate' } },
      progress: { ...progress, finalBody, delivery, ...(comparedAt && { comparedAt }) },
    });
  };
  expect(made()).toBeUndefined();
  expect(made(9)).toMatchObject({ courtId: 505, comparedAt: 9 });
});

it('keeps what was delivered and by which hashes', () => {
  expect(sent()).toMatchObject({
    courtId: 505,
    recibo: 'r',
    body: finalBody,
    files: [{ name: 'edital.p7s', sha256: 'f1', sentSha256: 'f2', courtId: 'c1' }],
  });
});

it('says no more than was read, and as of when', () => {
  expect(statementOf(sent(), 'producao')).toEqual({
    code: 'accepted-not-read-back',
    asOf: 5,
    worth: 'real',
  });
  expect(statementOf(sent({ comparedAt: 6 }), 'testes')).toEqual({
    code: 'held-not-homologated',
    asOf: 6,
    worth: 'test',
  });
  const accepted = { comparedAt: 6, homologation: { pdfSha256: 'p', acceptedAt: 7 } };
  expect(statementOf(sent(accepted), 'simulado').code).toBe('held-not-homologated');
  expect(statementOf(sent({ ...accepted, confirmedAt: 8 }), 'simulado')).toEqual({
    code: 'homologated',
    asOf: 8,
    worth: 'simulated',
  });
});

it('prints every value that was sent', () => {
  const ambiente = { id: 'simulado', tipo: 'simulado', nome: 'Simulador' } as const;
  const view = printView(sent(), { ...ambiente, hosts: { recepcao: '' }, anchors: [] });
  expect(view.content).toEqual([
    { pointer: '/idDocumentoPDF', value: 'c1' },
    { pointer: '/itens/0/valor', value: 1 },
  ]);
});

it('counts files that stayed at the court among those of an altered delivery', () => {
  const stays = {
    ...{ name: 'anexo.p7s', size: 9, sha256: 'a1', sentSha256: 'a2', courtId: 'c0' },
    signatarios: [],
  };
  const altered = deliveryOf({
    ...entry,
    frozen: { ...entry.frozen, keptFiles: [stays] },
    progress: {
      ...entry.progress,
      finalBody: { text: '{}', sha256: 'cc' },
      delivery: { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 5 },
    },
  });
  expect(altered?.files.map(({ courtId }) => courtId)).toEqual(['c0', 'c1']);
});
