import { signal } from '@preact/signals';
import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../base/json.ts';
import type { Draft } from '../../draft/types.ts';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import { HOMOLOGADO } from '../../protocol/recepcao/messages.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import type { RecepcaoFrozen, RecepcaoProgress } from '../../protocol/recepcao/types.ts';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { queueStore, tellNow } from '../queue/queue-records.ts';
import { ambiente } from '../state.ts';
import { clock, database, stores } from '../stores.ts';
import { deleteAtCourt } from './delete.ts';
import { freezeChange } from './freeze.ts';
import { choosePersonnelWay } from './way-to-reopen.ts';

const ID = '7c1d0000-0000-4000-8000-000000000001';
const OTHER = '7c1d0000-0000-4000-8000-000000000002';
const file = (courtId: string) => ({
  ...{ name: `${courtId}.p7s`, size: 1, sha256: 'aa', sentSha256: 'bb', courtId, signatarios: [] },
});

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

afterEach(() => {
  vi.restoreAllMocks();
});

let where: string;
beforeEach(() => {
  where = crypto.randomUUID();
  ambiente.value = {
    ...{ id: where, tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
});

const atCourt = async (changes: Partial<CourtDelivery> = {}): Promise<void> => {
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
};

const freeze = (payload: JsonObject = {}) => {
  const draft: Draft = {
    ...{ id: 'd', ambiente: where, schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
    ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: 'bb', layoutSource: 'court' },
    purpose: { kind: 'alter', courtId: 7, recibo: 'r', deliveryId: 'content' },
  };
  return freezeChange({
    draft: signal(draft),
    payload: signal(payload),
    keptFiles: new Map([ID, OTHER].map((id) => [id, file(id)])),
  });
};

const onQueue = async (
  frozen: Partial<RecepcaoFrozen>,
  progress: RecepcaoProgress = { uploads: {} },
): Promise<string> => {
  const queued = await enqueue(
    {
      ambiente: where,
      representacao: 1,
      protocol: RECEPCAO,
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        ...{ draftId: 'd', spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: 'bb' },
        ...{ payload: {}, files: [], ...frozen },
      },
      progress,
    },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  tellNow();
  return queued.value.id;
};

const errand = { kind: 'alter', courtId: 7, recibo: 'r', instead: 'cc' };

it('alters the delivery under its own number, and keeps the files that the data still name', async () => {
  await atCourt();
  expect(await freeze({ anexo: OTHER })).toEqual({
    ok: true,
    value: { errand, keptFiles: [file(OTHER)] },
  });
});

const stateOf = async (id: string) => (await stores.entries.load(id))?.state.kind;
const target = async (): Promise<CourtDelivery> => {
  const known = await stores.courtDeliveries.load(where, 7);
  if (!known) throw new Error('not at the court');
  return known;
};
const delivered: RecepcaoProgress = {
  uploads: {},
  delivery: { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 },
};

it('gives up what waited to homologate the delivery as it was', async () => {
  await atCourt();
  const waiting = [await onQueue({}, delivered), await onQueue({}, delivered)];
  expect((await freeze()).ok).toBe(true);
  expect(await Promise.all(waiting.map(stateOf))).toEqual(['ready', 'ready']);
  const queued = await deleteAtCourt(await target());
  expect(queued.ok && (await stores.entries.load(queued.value))?.frozen.errand?.kind).toBe(
    'delete',
  );
  expect(await Promise.all(waiting.map(stateOf))).toEqual(['cancelled', 'cancelled']);
});

it('gives up nothing where the change cannot be kept', async () => {
  await atCourt();
  const waiting = [await onQueue({}, delivered), await onQueue({}, delivered)];
  const { load, saveTogether } = stores.entries;
  vi.spyOn(stores.entries, 'saveTogether').mockImplementationOnce(async (writings) => {
    // Another window is at the last of them.
    const entry = await load(waiting.at(-1) ?? '');
    if (entry) await commit(entry, { kind: 'pause' }, {}, { store: stores.entries, clock });
    return saveTogether(writings);
  });
  expect(await deleteAtCourt(await target())).toEqual({ ok: false, error: 'stale-revision' });
  expect(await Promise.all(waiting.map(stateOf))).toEqual(['ready', 'paused']);
  expect(
    (await stores.entryLists.held()).filter(({ ambiente }) => ambiente === where),
  ).toHaveLength(2);
});

it('puts one change of a delivery on the queue, however many are asked for at once', async () => {
  await atCourt();
  const known = await target();
  const [one, other] = await Promise.all([deleteAtCourt(known), deleteAtCourt(known)]);
  expect([one.ok, other]).toEqual([true, { ok: false, error: 'change-queued' }]);
  expect(await deleteAtCourt(known)).toEqual({ ok: false, error: 'change-queued' });
});

it('waits for the request that opens a homologated delivery of LIC, and is refused without one', async () => {
  await atCourt({ statusEnvio: HOMOLOGADO });
  expect(await freeze()).toEqual({ ok: false, error: 'homologated' });
  await onQueue({ slp: 'RETIFICAHOMOLOG', payload: { idProcedimentoOuContrato: 8 } });
  expect(await freeze()).toEqual({ ok: false, error: 'homologated' });
  const entryId = await onQueue({
    slp: 'RETIFICAHOMOLOG',
    payload: { idProcedimentoOuContrato: 7 },
  });
  expect(await freeze()).toEqual({
    ok: true,
    value: { errand, after: [{ entryId, until: 'homologated' }] },
  });
});

it('waits for no request that nobody is to homologate from here', async () => {
  await atCourt({ statusEnvio: HOMOLOGADO });
  const text = '{"idProcedimentoOuContrato":7}';
  await atCourt({ courtId: 9, slp: 'RETIFICAHOMOLOG', contents: ['taken-in'], origin: 'taken-in' });
  const content = await stores.deliveries.load('content');
  if (content) {
    await stores.deliveries.save({ ...content, id: 'taken-in', body: { text, sha256: 'dd' } });
  }
  expect(await freeze()).toEqual({ ok: false, error: 'homologated' });
});

it('alters homologated personnel only where the office says that the court takes it', async () => {
  await atCourt({ spc: 'ATOSDEPESSOAL', statusEnvio: HOMOLOGADO });
  expect(await freeze()).toEqual({ ok: false, error: 'homologated' });
  await choosePersonnelWay(where, 'put');
  expect(await freeze()).toEqual({ ok: true, value: { errand: { ...errand, homologated: true } } });
});
