import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { draftOfDocument } from '../intake/draft-of-document.ts';
import { layoutsAtHand } from '../intake/layouts-at-hand.ts';
import { ambiente, ambientes, ambientesFromGateway } from '../state.ts';
import { database } from '../stores.ts';
import type { AgreedDraft } from './agreement.ts';
import { sendBatch, sendFaults, sending } from './send.ts';

beforeEach(() => {
  ambientesFromGateway.value = true;
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'a' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  ambientes.value = [ambiente.value];
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

/** A draft with nothing filled in. */
const begun = async (place: { ambiente: string; representacao?: number }): Promise<string> => {
  const found = await layoutsAtHand()({ spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2021 });
  if (!found.ok) throw new Error(found.error);
  const made = await draftOfDocument({}, found.value, [], undefined, place);
  if (!made.ok) throw new Error(made.error);
  return made.value.draftId;
};

const agreedTo = (...ids: string[]): AgreedDraft[] =>
  ids.map((draftId) => ({ draftId, rev: 1, files: new Map() }));

const send = (drafts: AgreedDraft[]): void =>
  sendBatch({
    ...{ drafts, pdfForm: 'p7s', certificate: undefined },
    ...{ ambiente: 'a', representacao: 1 },
  });

const ended = () => expect.poll(() => sending.value?.phase).toBe('ended');

it('puts on the queue only what goes where it was agreed to and in that name', async () => {
  const own = await begun({ ambiente: 'a', representacao: 1 });
  const nobodys = await begun({ ambiente: 'a' });
  const others = await begun({ ambiente: 'a', representacao: 2 });
  const elsewhere = await begun({ ambiente: 'b', representacao: 1 });
  send(agreedTo(own, nobodys, others, elsewhere));
  await ended();
  expect(Object.fromEntries(sendFaults.value)).toEqual({
    ...{ [own]: 'has-errors', [nobodys]: 'has-errors' },
    ...{ [others]: 'changed-since', [elsewhere]: 'changed-since' },
  });
});
