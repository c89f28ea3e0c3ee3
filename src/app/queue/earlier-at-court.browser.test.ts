import { deleteDB } from 'idb';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import type {
  Earlier,
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../protocol/recepcao/types.ts';
import { ambiente } from '../state.ts';
import { clock, database, stores } from '../stores.ts';
import { rereadSince } from './earlier-at-court.ts';
import { needFrom } from './errand.ts';
import { queueStore, tellNow } from './queue-records.ts';
import { waitsInVain } from './waits-in-vain.ts';

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

const outbox = { store: queueStore, clock };

const onQueue = async (after: Earlier[] = []): Promise<RecepcaoEntry> => {
  const frozen: RecepcaoFrozen = {
    ...{ draftId: crypto.randomUUID(), spc: 'LIC', slp: 'X', mes: 2, ano: 2019 },
    ...{ layoutSha256: 'bb', payload: {}, files: [], after },
  };
  const queued = await enqueue(
    {
      ...{ ambiente: where, representacao: 1, protocol: RECEPCAO, frozen },
      ...{ owner: { id: 'here', name: 'aqui' }, progress: { uploads: {} } },
    },
    outbox,
  );
  if (!queued.ok) throw new Error(queued.error);
  return queued.value;
};

/** An entry that was delivered and then given up. */
const delivered = async (): Promise<RecepcaoEntry> => {
  const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
  const progress: RecepcaoProgress = {
    ...{ uploads: {}, finalBody: { text: '{}', sha256: 'cc' }, delivery },
  };
  const given = await commit(await onQueue(), { kind: 'cancel' }, { progress }, outbox);
  if (!given.ok) throw new Error(given.error);
  return given.value;
};

const waitingFor = async (entryId: string, until: Earlier['until']) => {
  const entry = await onQueue([{ entryId, until }]);
  tellNow();
  const told = async () => {
    await rereadSince();
    const waiting = { ...entry, state: { kind: 'waiting', step: 's', need: 'earlier' } as const };
    return { from: needFrom(waiting, 'earlier'), inVain: waitsInVain(waiting) };
  };
  return told;
};

const becomes = (what: { goneAt: number } | { confirmedAt: number }) =>
  stores.courtDeliveries.save({ ambiente: where, courtId: 7 }, (known) =>
    known ? { ...known, ...what } : known,
  );

it('waits in vain for a delivery that was deleted since', async () => {
  const { id } = await delivered();
  const told = await waitingFor(id, 'delivered');
  expect(await told()).toEqual({ from: 0, inVain: false });
  await becomes({ goneAt: 2 });
  expect(await told()).toEqual({ from: undefined, inVain: true });
});

it('goes on once another errand homologated the delivery', async () => {
  const { id } = await delivered();
  const told = await waitingFor(id, 'homologated');
  expect(await told()).toEqual({ from: undefined, inVain: true });
  await becomes({ confirmedAt: 2 });
  expect(await told()).toEqual({ from: 0, inVain: false });
});
