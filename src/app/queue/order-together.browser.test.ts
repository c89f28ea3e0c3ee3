import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import type { OutboxEvent } from '../../outbox/events.ts';
import { command } from '../../outbox/runner.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import { clock, database, stores } from '../stores.ts';
import { orderTogether } from './order-together.ts';
import { queueStore } from './queue-records.ts';

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const deps = { store: queueStore, clock };
const WORD = { kind: 'consented', step: 'consent', means: 'aa' } as const;

/** An entry that waits for the person's word; gives its id. */
const asking = async (): Promise<string> => {
  const queued = await enqueue(
    {
      ...{ ambiente: 'simulado', representacao: 1, protocol: RECEPCAO },
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        errand: { kind: 'homologate', courtId: 7, recibo: 'r' },
        ...{ draftId: 'd', spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: 'bb' },
        ...{ payload: {}, files: [] },
      },
      progress: { uploads: {} },
    },
    deps,
  );
  if (!queued.ok) throw new Error(queued.error);
  const lacking: OutboxEvent = { kind: 'lacking', step: 'consent', need: 'consent' };
  await commit(queued.value, lacking, {}, deps);
  return queued.value.id;
};

const lastRows = (ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { event, meaning } = (await stores.entries.log(id)).at(-1) ?? {};
      return [event, meaning];
    }),
  );

it('writes one word for many at once, in the log of each', async () => {
  const ids = [await asking(), await asking(), await asking()];
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  expect(await orderTogether(ids, WORD)).toEqual([]);
  expect(begun.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
  expect(await lastRows(ids)).toEqual(ids.map(() => ['consented', 'by-person aa']));
});

it('holds up none of the others for one that was given up, or that another window writes just now', async () => {
  const ids = [await asking(), await asking(), await asking()];
  const [overtaken = '', givenUp = ''] = ids;
  await command(givenUp, { kind: 'cancel' }, deps);
  const now = (await stores.entries.load(overtaken)) ?? expect.fail();
  // As it was read before its last row was written.
  const before = { ...now, rev: now.rev - 1, logSize: now.logSize - 1 };
  vi.spyOn(stores.entries, 'load').mockResolvedValueOnce(before);
  expect(await orderTogether(ids, WORD)).toEqual([givenUp]);
  expect(await lastRows(ids)).toEqual([
    ['consented', 'by-person aa'],
    ['cancel', 'by-person'],
    ['consented', 'by-person aa'],
  ]);
});
