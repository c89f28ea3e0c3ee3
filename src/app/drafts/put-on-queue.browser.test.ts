import { signal } from '@preact/signals';
import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newId } from '../../base/ids.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Draft } from '../../draft/types.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import { RECEPCAO } from '../../protocol/recepcao/protocol.ts';
import { report } from '../../validation/report.ts';
import { noteRestored } from '../backup/restored-work.ts';
import { loadQueue, queueStore } from '../queue/queue-records.ts';
import { cancelAll } from '../queue/verbs.ts';
import { ambiente, ambientes } from '../state.ts';
import { clock, database, stores } from '../stores.ts';
import { putOnQueue } from './put-on-queue.ts';
import { versionRecords } from './version-records.ts';

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

afterEach(() => {
  vi.restoreAllMocks();
});

beforeEach(() => {
  ambiente.value = {
    ...{ id: 'a', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
  ambientes.value = [ambiente.value];
});

const draftOf = (id: string): Draft => ({
  ...{ id, ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
  ...{ spc: 'LIC', slp: 'X', mes: 2, ano: 2019 },
  ...{ layoutSha256: 'bb', layoutSource: 'court' },
});

const sessionOf = (id: string) => {
  const schema = { type: 'object' };
  const draft = draftOf(id);
  return {
    draft: signal(draft),
    layout: { ...draft, schema, sha256: 'bb', source: 'court' as const },
    ...{ document: signal<JsonObject>({}), payload: signal<JsonObject>({}) },
    report: signal(report(schema, {})),
    isReportCurrent: signal(true),
    verdict: signal(true),
    attachments: signal(new Map()),
    form: fieldsOf(schema, draft),
    edit: () => {},
    keptFiles: new Map(),
    flush: async () => 'saved' as const,
    judged: async () => {},
  };
};

const queue = async (id: string) => {
  const queued = await putOnQueue(sessionOf(id), 1);
  if (!queued.ok) throw new Error(queued.error);
  return queued.value;
};

it('freezes what was checked, and nothing that is typed from then on', async () => {
  const session = sessionOf(newId());
  const keep = versionRecords.keep;
  vi.spyOn(versionRecords, 'keep').mockImplementation((version) => {
    session.payload.value = { typed: 'later' };
    return keep(version);
  });
  const queued = await putOnQueue(session, 1);
  expect(queued.ok && queued.value.frozen.payload).toEqual({});
});

it('freezes nothing that was changed while it was checked', async () => {
  const session = { ...sessionOf(newId()), isReportCurrent: signal(false) };
  expect(await putOnQueue(session, 1)).toEqual({ ok: false, error: 'changed-meanwhile' });
});

it('asks the court first where the draft came out of a copy', async () => {
  const id = newId();
  await noteRestored([id]);
  expect((await queue(id)).mustAsk).toBe(true);
  expect((await queue(newId())).mustAsk).toBe(false);
});

it('asks first where an earlier entry of the draft was given up in doubt, and only there', async () => {
  const id = newId();
  const first = await queue(id);
  await loadQueue();
  expect(await cancelAll([first.id])).toEqual([]);
  const second = await queue(id);
  expect(second.mustAsk).toBe(false);
  const begun = { kind: 'begun', step: 'send', attempt: 1, effect: 'once', settledAt: 0 } as const;
  const unknown = { kind: 'unknown', code: 'no-answer', until: 0 } as const;
  const sent = await commit(second, begun, {}, { store: queueStore, clock });
  if (!sent.ok) throw new Error(sent.error);
  await commit(sent.value, unknown, {}, { store: queueStore, clock });
  await loadQueue();
  expect(await cancelAll([second.id])).toEqual([]);
  expect((await queue(id)).mustAsk).toBe(true);
});

const entriesOf = async (draftId: string) =>
  (await stores.entryLists.held()).filter(({ frozen }) => frozen.draftId === draftId);

it('puts a draft on the queue once, however often it is told to', async () => {
  const session = sessionOf(newId());
  const { id } = session.draft.value;
  const [one, other] = await Promise.all([putOnQueue(session, 1), putOnQueue(session, 1)]);
  expect([one.ok, other]).toEqual([true, { ok: false, error: 'already-queued' }]);
  // The screens have not been told of the first yet.
  expect(await putOnQueue(session, 1)).toEqual({ ok: false, error: 'already-queued' });
  expect(await entriesOf(id)).toHaveLength(1);
});

it('puts nothing on the queue that another window put there meanwhile', async () => {
  const session = sessionOf(newId());
  const { id } = session.draft.value;
  const keep = versionRecords.keep;
  vi.spyOn(versionRecords, 'keep').mockImplementationOnce(async (version) => {
    // Written beside what is known here, as another window writes.
    const queued = await enqueue(
      {
        ...{ ambiente: 'a', representacao: 1, protocol: RECEPCAO },
        owner: { id: 'there', name: 'lá' },
        frozen: {
          ...{ draftId: id, spc: 'LIC', slp: 'X', mes: 2, ano: 2019, layoutSha256: 'bb' },
          ...{ payload: {}, files: [] },
        },
        progress: { uploads: {} },
      },
      { store: stores.entries, clock },
    );
    if (!queued.ok) throw new Error(queued.error);
    return keep(version);
  });
  expect(await putOnQueue(session, 1)).toEqual({ ok: false, error: 'already-queued' });
  expect(await entriesOf(id)).toHaveLength(1);
});

it('puts an alteration in the place of what waited to homologate the delivery as it was', async () => {
  const first = await queue(newId());
  const delivery = { id: 7, recibo: 'r', statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 1 };
  const finalBody = { text: '{}', sha256: 'cc' };
  const progress = { uploads: {}, finalBody, delivery };
  const paused = { kind: 'pause' } as const;
  const sent = await commit(first, paused, { progress }, { store: queueStore, clock });
  if (!sent.ok) throw new Error(sent.error);
  const session = sessionOf(newId());
  const purpose = { kind: 'alter', courtId: 7, recibo: 'r', deliveryId: first.id } as const;
  session.draft.value = { ...session.draft.value, purpose };
  const queued = await putOnQueue(session, 1);
  expect(queued.ok && queued.value.frozen.errand).toMatchObject({ kind: 'alter', courtId: 7 });
  expect((await stores.entries.load(first.id))?.state.kind).toBe('cancelled');
});
