import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { enqueue } from '../../outbox/entry.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import type { RecepcaoEntry } from '../../protocol/recepcao/types.ts';
import { queueStore } from '../queue/queue-records.ts';
import { chosenRepresentacao } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { clock, database, stores } from '../stores.ts';
import { agreeToAll, forgetRun, loadRun, run, runProgress } from './run.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const work = (id: string, representacao = 1): void => {
  chosenRepresentacao.value = representacao;
  ambiente.value = {
    ...{ id, tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
};

let where: string;
beforeEach(async () => {
  where = crypto.randomUUID();
  work(where);
  await stores.settings.set('homologation-run', []);
  await loadRun();
});

const toHomologate = async (place = where, representacao = 1): Promise<RecepcaoEntry> => {
  const queued = await enqueue(
    {
      ...{ ambiente: place, representacao, protocol: RECEPCAO },
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        errand: { kind: 'homologate', courtId: 7, recibo: 'r' },
        ...{ draftId: 'd', spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: 'bb' },
        ...{ payload: {}, files: [] },
      },
      progress: { uploads: {} },
    },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  return queued.value;
};

const left = async () => (await runProgress()).left.map(({ id }) => id);

it('shows and steers what is of the environment and representação in use, and keeps the rest for when they are', async () => {
  const other = crypto.randomUUID();
  const here = await toHomologate();
  const elsewhere = await toHomologate(other);
  const ofAnother = await toHomologate(where, 2);
  await agreeToAll([here], 'another-program');
  work(other);
  expect(await left()).toEqual([]);
  await forgetRun();
  await agreeToAll([elsewhere], 'another-program');
  expect(await left()).toEqual([elsewhere.id]);
  work(where, 2);
  expect(await left()).toEqual([]);
  await agreeToAll([ofAnother], 'another-program');
  expect(await left()).toEqual([ofAnother.id]);
  work(where);
  expect(await left()).toEqual([here.id]);
});

it('keeps what another window agreed to meanwhile', async () => {
  const [ours, theirs] = [await toHomologate(), await toHomologate()];
  await stores.settings.set('homologation-run', [theirs.id]);
  expect(run.value).toEqual([]);
  await agreeToAll([ours], 'another-program');
  expect(await left()).toEqual([theirs.id, ours.id]);
});
