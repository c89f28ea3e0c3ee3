import { deleteDB } from 'idb';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { processOf } from '../../../test/support/pen-records.ts';
import { makeKeys } from '../../backup/keys.ts';
import type { BackupFile } from '../../backup/types.ts';
import { join } from '../../base/bytes.ts';
import { newId } from '../../base/ids.ts';
import { commit } from '../../outbox/commit.ts';
import { enqueue } from '../../outbox/entry.ts';
import { batchRecords } from '../bulk/batch-records.ts';
import { choices, rereadChoices } from '../deadlines/choices.ts';
import { addHolidays } from '../deadlines/holidays.ts';
import { penStores } from '../pen/stores.ts';
import { queueStore } from '../queue/queue-records.ts';
import { clock, database, stores } from '../stores.ts';
import { beginCopy } from './make-copy.ts';
import { openCopy, restore } from './restore.ts';
import { isRestored } from './restored-work.ts';

const PASSPHRASE = 'a ponte sobre o rio Meia Ponte';
const keys = makeKeys(PASSPHRASE);

afterAll(async () => {
  await database.close();
  await deleteDB('estafeta');
});

afterEach(() => {
  vi.restoreAllMocks();
});

const kept = async (content: string): Promise<string> => {
  const put = await stores.files.put(new Blob([content]));
  if (!put.ok) throw new Error(put.error);
  return put.value;
};
const queue = async (layoutSha256: string): Promise<string> => {
  const of = { spc: 'LIC', slp: 'X', mes: 1, ano: 2019, layoutSha256 };
  const queued = await enqueue(
    {
      ...{ ambiente: 'a', protocol: 'recepcao', owner: { id: 'o', name: 'aqui' } },
      frozen: { draftId: newId(), ...of, payload: {}, files: [] },
      progress: { uploads: {} },
    },
    { store: queueStore, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  return queued.value.id;
};
const copy = async () => {
  const parts: Uint8Array[] = [];
  for await (const part of (await beginCopy(await keys)).bytes) parts.push(part);
  const opened = await openCopy(new Blob([join(parts)]), PASSPHRASE);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
};
const lose = (store: 'files' | 'entries' | 'deliveries' | 'processes', key: string) =>
  database.write([store], 'strict', async (transaction) => {
    await transaction.objectStore(store).delete(key);
  });

it('brings the layout of an entry back, which its dossier shows', async () => {
  const layout = await kept('{"type":"object"}');
  await queue(layout);
  const made = await copy();
  await lose('files', layout);
  expect((await restore(made)).ok).toBe(true);
  expect(await (await stores.files.get(layout))?.text()).toBe('{"type":"object"}');
});

it('copies what can be read where a record cannot, and says what is missing', async () => {
  const whole = await queue(await kept('inteiro'));
  const torn = await queue(newId());
  await database.write(['entries'], 'strict', async (transaction) => {
    // What a fault of the disk may leave.
    const store: { put(value: unknown, key: string): Promise<unknown> } =
      transaction.objectStore('entries');
    await store.put('torn', torn);
  });
  const gone = await queue(newId());
  const made = await copy();
  await Promise.all([torn, gone].map((id) => lose('entries', id)));
  expect(made.manifest.missing).toEqual({ records: 1, files: 1 });
  const files: BackupFile[] = [];
  const records = await made.read(async (file) => void files.push(file));
  if (!records.ok) throw new Error(records.error);
  const entries = records.value.filter(({ store }) => store === 'entries');
  expect(entries.map(({ key }) => key)).toContain(whole);
  expect(entries.map(({ key }) => key)).not.toContain(torn);
});

it('brings back what is known of a delivery with the entry that made it', async () => {
  const id = await queue(await kept('layout'));
  const entry = await stores.entries.load(id);
  if (!entry) throw new Error('no entry');
  const delivery = { id: 505, recibo: newId(), statusEnvio: 'NAO_HOMOLOGADO', deliveredAt: 10 };
  const progress = { uploads: {}, finalBody: { text: '{}', sha256: 'aa' }, delivery };
  const note = { progress, meaning: 'delivered' };
  const named = { ...entry, representacao: 21 };
  const told = await commit(named, { kind: 'pause' }, note, { store: queueStore, clock });
  expect(told.ok).toBe(true);
  const before = await stores.courtDeliveries.byContent(id);
  expect(before).toMatchObject({ courtId: 505, contents: [id] });
  const made = await copy();
  await lose('entries', id);
  await lose('deliveries', id);
  await database.write(['courtDeliveries'], 'strict', async (transaction) => {
    await transaction.objectStore('courtDeliveries').clear();
  });
  expect((await restore(made)).ok).toBe(true);
  expect(await stores.courtDeliveries.byRecibo(delivery.recibo)).toEqual(before);
});

it('brings back a batch with its files, and the holidays that the office entered', async () => {
  const head = { ambiente: 'a', schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 } as const;
  const batch = { ...head, id: newId(), name: 'mes.zip' };
  const sha256 = newId();
  const file = {
    batchId: batch.id,
    n: 0,
    path: 'a.json',
    size: 1,
    kind: 'payload',
    sha256,
  } as const;
  expect((await batchRecords.save(batch, [file])).ok).toBe(true);
  const holiday = { date: '2026-10-24', name: 'Aniversário da cidade', yearly: true };
  await addHolidays([holiday]);
  const made = await copy();
  await database.write(['batches', 'batchItems', 'settings'], 'strict', async (transaction) => {
    for (const store of ['batches', 'batchItems', 'settings'] as const) {
      await transaction.objectStore(store).clear();
    }
  });
  await rereadChoices();
  expect(choices.value.holidays.own).toEqual([]);
  expect((await restore(made)).ok).toBe(true);
  expect(await batchRecords.list('a')).toEqual([batch]);
  expect(await batchRecords.ofContent('a', sha256)).toEqual([file]);
  expect(choices.value.holidays.own).toEqual([holiday]);
});

it('restores nothing, and leaves no content behind, where the room does not suffice', async () => {
  const layout = await kept('grande');
  const id = await queue(layout);
  const made = await copy();
  await lose('entries', id);
  await lose('files', layout);
  const full = { ok: false, error: 'storage-full' } as const;
  const estimate = vi.spyOn(navigator.storage, 'estimate');
  estimate.mockResolvedValue({ usage: 100, quota: 101 });
  expect(await restore(made)).toEqual(full);
  expect(await stores.files.get(layout)).toBeUndefined();
  // The estimate was wrong, and the settings find no room.
  estimate.mockResolvedValue({ usage: 0, quota: 1e9 });
  vi.spyOn(stores.settings, 'set').mockResolvedValue(full);
  expect(await restore(made)).toEqual(full);
  expect(await stores.files.get(layout)).toBeUndefined();
  expect(await stores.entries.load(id)).toBeUndefined();
});

it('remembers of a process that it came out of a copy: it may have been sent since', async () => {
  const { id } = processOf({ id: newId() });
  await penStores.processes.save(processOf({ id }));
  const made = await copy();
  await lose('processes', id);
  expect((await restore(made)).ok).toBe(true);
  expect((await penStores.processes.load(id))?.id).toBe(id);
  expect(await isRestored(id)).toBe(true);
});
