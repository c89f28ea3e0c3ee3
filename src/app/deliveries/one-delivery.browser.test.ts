import { deleteDB } from 'idb';
import { afterAll, expect, it } from 'vitest';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { queueStore } from '../queue/queue-records.ts';
import { clock, database, stores } from '../stores.ts';
import { loadDelivery } from './one-delivery.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

const known: CourtDelivery = {
  ...{ ambiente: 'a', representacao: 1, spc: 'LIC', slp: 'X', mes: 2, ano: 2019 },
  ...{ courtId: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', heardAt: 1, deliveredAt: 1 },
  ...{ contents: ['content'], bodySha256: 'cc', origin: 'sent' },
};

/** An errand that homologates it, and that found this at the court in the place of what is held, in this step. */
const findsInstead = async (detail: { b: number }, step: string): Promise<string> => {
  const finalBody = { text: '{"a":1}', sha256: 'dd' };
  const queued = await enqueue(
    {
      ...{ ambiente: 'a', representacao: 1, protocol: RECEPCAO },
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        errand: { kind: 'homologate', courtId: 7, recibo: 'r' },
        ...{ draftId: 'd', spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: 'bb' },
        ...{ payload: { a: 1 }, files: [] },
      },
      progress: { uploads: {}, finalBody },
    },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  const begun = { kind: 'begun', step, attempt: 1, effect: 'none', settledAt: 0 } as const;
  const refused = { kind: 'refused', code: 'content-differs', detail, mendable: true } as const;
  const delivery = { id: 7, recibo: 'r', statusEnvio: 'HOMOLOGADO', deliveredAt: 1 };
  const deps = { store: queueStore, clock };
  const running = await commit(queued.value, begun, {}, deps);
  if (!running.ok) throw new Error(running.error);
  const note = { progress: { uploads: {}, finalBody, delivery } };
  const stopped = await commit(running.value, refused, note, deps);
  if (!stopped.ok) throw new Error(stopped.error);
  return queued.value.id;
};

const atCourt = async (): Promise<void> => {
  const { contents, bodySha256, heardAt, origin, ...sent } = known;
  const content: Delivery = {
    ...sent,
    ...{ id: 'content', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1, logHead: '' },
    ...{ layoutSha256: 'bb', body: { text: '{"a":1}', sha256: 'cc' }, files: [] },
  };
  await stores.courtDeliveries.save(known, () => known);
  await stores.deliveries.save(content);
};

it('is known to differ once the homologation of it found so, and holds no content but what it held', async () => {
  await atCourt();
  const id = await findsInstead({ b: 2 }, 'compare');
  const one = await loadDelivery(id);
  expect(one?.delivery.id).toBe('content');
  expect(one?.known).toMatchObject({
    ...{ contents: ['content'], bodySha256: 'cc', statusEnvio: 'HOMOLOGADO' },
  });
  const found = await stores.files.get(one?.known?.look?.differs ?? '');
  expect(await found?.text()).toBe('{"b":2}');
});

it('does not differ where a second delivery of the same did', async () => {
  await atCourt();
  await findsInstead({ b: 2 }, 'delete-extra:8');
  expect((await stores.courtDeliveries.load('a', 7))?.look).toBeUndefined();
});
