import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftOfDocument } from '../intake/draft-of-document.ts';
import { layoutsAtHand } from '../intake/layouts-at-hand.ts';
import { ambiente, ambientes, ambientesFromGateway } from '../state.ts';
import { database, stores } from '../stores.ts';
import type { AgreedDraft } from './agreement.ts';
import { resumeSending, sendBatch, stopSending } from './send.ts';
import { sendFaults, sending } from './send-state.ts';

beforeEach(() => {
  ambientesFromGateway.value = true;
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'a' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  ambientes.value = [ambiente.value];
});

afterEach(() => {
  vi.restoreAllMocks();
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

const patience = { timeout: 10_000 };
const ended = () => expect.poll(() => sending.value?.phase, patience).toBe('ended');

it('puts on the queue only what goes where it was agreed to and in that name', async () => {
  const own = await begun({ ambiente: 'a', representacao: 1 });
  const nobodys = await begun({ ambiente: 'a' });
  const others = await begun({ ambiente: 'a', representacao: 2 });
  const elsewhere = await begun({ ambiente: 'b', representacao: 1 });
  send(agreedTo(own, nobodys, others, elsewhere));
  await ended();
  const [wrong, changed] = ['has-errors', 'changed-since'].map((fault) => ({ fault, rev: 1 }));
  expect(Object.fromEntries(sendFaults.value)).toEqual({
    ...{ [own]: wrong, [nobodys]: wrong },
    ...{ [others]: changed, [elsewhere]: changed },
  });
});

it('goes on with what is agreed to while the last drafts come to their end', async () => {
  send([]);
  let next: AgreedDraft[] | undefined = agreedTo('gone');
  const stop = sending.subscribe((now) => {
    const drafts = next;
    if (!drafts || now?.phase !== 'ended') return;
    next = undefined;
    queueMicrotask(() => send(drafts));
  });
  await expect.poll(() => sendFaults.value.get('gone')?.fault, patience).toBe('no-such-draft');
  await ended();
  stop();
});

it('passes over no draft of an agreement that was made while a former one was being stopped', async () => {
  vi.spyOn(stores.drafts, 'load').mockImplementationOnce(async () => {
    stopSending();
    send(agreedTo('first', 'second'));
    return undefined;
  });
  send(agreedTo('at-hand'));
  await ended();
  expect([...sendFaults.value.keys()]).toEqual(expect.arrayContaining(['first', 'second']));
});

it('does not say that it works where it broke off', async () => {
  vi.spyOn(stores.entryLists, 'heldMarks').mockRejectedValueOnce(new Error('gone'));
  send(agreedTo('left'));
  await expect.poll(() => sending.value?.phase, patience).toBe('paused');
  resumeSending();
  await ended();
});

it('does not read again all that was ever delivered', async () => {
  const everyDone = vi.spyOn(stores.entryLists, 'doneDrafts');
  send(agreedTo('any'));
  await ended();
  expect(everyDone).not.toHaveBeenCalled();
});
