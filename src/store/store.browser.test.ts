import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { newId } from '../base/ids.ts';
import type { JsonObject } from '../base/json.ts';
import type { Compaction } from '../draft/compaction.ts';
import type { Draft, DraftChange } from '../draft/types.ts';
import { enqueue } from '../outbox/entry.ts';
import { brokenAt } from '../outbox/log.ts';
import { command } from '../outbox/runner.ts';
import type { Delivery } from '../receipt/types.ts';
import { certificateStore } from './certificates.ts';
import { type Database, openDatabase } from './database.ts';
import { deliveryStore } from './deliveries.ts';
import { draftStore } from './drafts.ts';
import { entryStore } from './entries.ts';
import { fileStore } from './files.ts';
import { layoutStore } from './layouts.ts';
import { MIGRATIONS } from './migrations.ts';
import { settingStore } from './settings.ts';
import { trustItemStore } from './trust.ts';

const opened: { name: string; database: Database }[] = [];
const fresh = (name = newId()) => {
  const database = openDatabase(name);
  opened.push({ name, database });
  return { name, database };
};
afterEach(async () => {
  for (const { name, database } of opened.splice(0)) {
    await database.close();
    await deleteDB(name);
  }
});

const draft = (rev: number, more: Partial<Draft> = {}): Draft => ({
  id: 'd1',
  ambiente: 'simulado',
  schemaVersion: 1,
  rev,
  createdAt: 1,
  changedAt: 1,
  spc: 'LIC',
  slp: 'REG_LICITACAO',
  mes: 2,
  ano: 2019,
  layoutSha256: 'aa',
  layoutSource: 'sample',
  ...more,
});
const compaction = (seq: number, document: JsonObject = {}): Compaction => ({
  snapshot: { draftId: 'd1', seq, document },
  keptFrom: seq + 1,
});
const change = (seq: number): DraftChange => ({
  draftId: 'd1',
  seq,
  at: seq,
  kind: 'edit',
  edit: { op: 'set', pointer: '/a', value: seq },
  inverse: { op: 'remove', pointer: '/a' },
});

it('makes a database from nothing and keeps a draft over a restart', async () => {
  const { name, database } = fresh();
  await draftStore(database).save(draft(1), [change(1), change(2)], compaction(0));
  await database.close();
  const again = draftStore(fresh(name).database);
  expect(await again.load('d1')).toEqual({
    draft: draft(1),
    snapshot: { draftId: 'd1', seq: 0, document: {} },
    changes: [change(1), change(2)],
  });
  expect(await again.load('other')).toBeUndefined();
});

it('refuses to write over what another tab wrote', async () => {
  const { name, database } = fresh();
  const [mine, theirs] = [draftStore(database), draftStore(fresh(name).database)];
  await mine.save(draft(1), [], compaction(0));
  expect((await theirs.save(draft(2), [], compaction(0, { theirs: true }))).ok).toBe(true);
  expect(await mine.save(draft(2), [change(1)], compaction(1, { mine: true }))).toEqual({
    ok: false,
    error: 'stale-revision',
  });
  expect(await mine.load('d1')).toMatchObject({
    draft: draft(2),
    snapshot: { document: { theirs: true } },
    changes: [],
  });
});

it('leaves the document of a draft alone until a compaction replaces it with the older changes', async () => {
  const drafts = draftStore(fresh().database);
  await drafts.save(draft(1), [], compaction(0, { a: 0 }));
  await drafts.save(draft(2), [change(1), change(2), change(3)]);
  expect(await drafts.load('d1')).toMatchObject({ snapshot: { seq: 0, document: { a: 0 } } });
  await drafts.save(draft(3), [], { ...compaction(3, { a: 3 }), keptFrom: 2 });
  const after = await drafts.load('d1');
  expect(after?.snapshot).toEqual({ draftId: 'd1', seq: 3, document: { a: 3 } });
  expect(after?.changes.map(({ seq }) => seq)).toEqual([2, 3]);
});

const queue = async (database: Database) => {
  const store = entryStore(database);
  const clock = { now: () => 7 };
  const queued = await enqueue(
    {
      ambiente: 'simulado',
      representacao: 21,
      protocol: 'recepcao',
      owner: { id: 'here', name: 'aqui' },
      frozen: {
        draftId: 'd1',
        spc: 'L',
        slp: 'X',
        mes: 1,
        ano: 2019,
        layoutSha256: '',
        payload: {},
        files: [],
      },
      progress: { uploads: {} },
    },
    { store, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  return { store, clock, entry: queued.value };
};

it('writes an entry and its log row together, and reads the chain back whole', async () => {
  const { store, clock, entry } = await queue(fresh().database);
  await command(entry.id, { kind: 'pause' }, { store, clock });
  expect((await store.load(entry.id))?.state).toEqual({ kind: 'paused', reason: 'person' });
  const log = await store.log(entry.id);
  expect(log.map(({ event }) => event)).toEqual(['queued', 'pause']);
  expect(await brokenAt(entry.frozenSha256, log)).toBe(-1);
  const stale = { ok: false, error: 'stale-revision' };
  expect(await store.save({ ...entry, rev: 2 }, log.slice(1))).toEqual(stale);
  // Nor what goes on from rows that are not there.
  expect(await store.save({ ...entry, rev: 4 }, [{ ...(log[1] ?? fail()), seq: 4 }])).toEqual(
    stale,
  );
  expect((await store.load(entry.id))?.state.kind).toBe('paused');
});

it('never overwrites a row of the log, nor keeps the entry then', async () => {
  const { store, entry } = await queue(fresh().database);
  const [row] = await store.log(entry.id);
  const next = { ...(row ?? fail()), seq: 2 };
  expect((await store.save({ ...entry, rev: 3 }, [next, row ?? fail()])).ok).toBe(false);
  expect(await store.log(entry.id)).toEqual([row]);
  expect((await store.load(entry.id))?.rev).toBe(1);
});

it('keeps what a row names first together with the row, or neither', async () => {
  const { database } = fresh();
  const { store, entry } = await queue(database);
  const files = fileStore(database, { now: () => 7 });
  const [row] = await store.log(entry.id);
  const rows = [{ ...(row ?? fail()), seq: 2 }];
  const contents = new Map([['aa', new Blob(['signed'])]]);
  const stale = [{ ...(row ?? fail()), seq: 4 }];
  await store.saveTogether([{ entry: { ...entry, rev: 4 }, rows: stale, contents }]);
  expect(await files.get('aa')).toBeUndefined();
  await store.saveTogether([{ entry: { ...entry, rev: 2 }, rows, contents }]);
  expect(await (await files.get('aa'))?.text()).toBe('signed');
});

it('opens again after another version, or the browser, closed the database', async () => {
  const { name, database } = fresh();
  const settings = settingStore(database);
  await settings.set('theme', 'light');
  await deleteDB(name);
  expect(await settings.get('theme')).toBeUndefined();
  expect((await settings.set('theme', 'dark')).ok).toBe(true);
  expect(await settings.get('theme')).toBe('dark');
  await cdp().send('Storage.clearDataForOrigin', {
    origin: location.origin,
    storageTypes: 'indexeddb',
  });
  expect((await settings.set('theme', 'light')).ok).toBe(true);
  expect(await settings.get('theme')).toBe('light');
});

it('reads and writes again after the connection was closed without a word', async () => {
  const { database } = fresh();
  const settings = settingStore(database);
  await settings.set('theme', 'light');
  await database.read(async (db) => db.close());
  expect(await settings.get('theme')).toBe('light');
  await database.read(async (db) => db.close());
  expect((await settings.set('theme', 'dark')).ok).toBe(true);
});

it('makes way for a newer version in another window, says so, and waits for an older one', async () => {
  const told: string[] = [];
  const name = newId();
  const say = (what: string) => ({
    onOutdated: () => told.push(`${what} outdated`),
    onBlocked: (blocked: boolean) => told.push(`${what} ${blocked ? 'waits' : 'opens'}`),
  });
  const mine = openDatabase(name, say('mine'));
  await settingStore(mine).set('theme', 'light');
  // A window that hears nothing, as one that the browser has frozen.
  const frozen = await openDB(name);
  const newer = openDatabase(name, {
    migrations: [...MIGRATIONS, async () => {}],
    ...say('newer'),
  });
  const read = settingStore(newer).get('theme');
  await expect.poll(() => told).toContain('newer waits');
  frozen.close();
  expect(await read).toBe('light');
  expect(told).toEqual(['mine opens', 'mine outdated', 'newer waits', 'newer opens']);
  await expect(settingStore(mine).get('theme')).rejects.toThrow(/version/);
  await newer.close();
  await deleteDB(name);
});

it('keeps contents by hash and drops those nothing refers to, unless they are young', async () => {
  const { database } = fresh();
  const clock = { at: 0, now: () => clock.at };
  const files = fileStore(database, clock);
  const [used, unused] = [await files.put(new Blob(['used'])), await files.put(new Blob(['x']))];
  if (!used.ok || !unused.ok) throw new Error('not stored');
  await draftStore(database).saveAttachment({
    id: 'a',
    draftId: 'd1',
    chosen: { sha256: used.value, size: 4, name: 'a.pdf', kind: 'pdf' },
  });
  expect(await files.collect()).toEqual({ ok: true, value: 0 });
  clock.at = 2 * 3_600_000;
  await files.put(new Blob(['young']));
  expect(await files.collect()).toEqual({ ok: true, value: 1 });
  expect(await files.get(unused.value)).toBeUndefined();
  expect(await (await files.get(used.value))?.text()).toBe('used');
});

it('keeps the later revision of a delivery', async () => {
  const deliveries = deliveryStore(fresh().database);
  const delivery = (rev: number, statusEnvio: string): Delivery => ({
    id: 'e1',
    ambiente: 'simulado',
    representacao: 21,
    schemaVersion: 1,
    rev,
    createdAt: 1,
    changedAt: rev,
    spc: 'LIC',
    slp: 'X',
    mes: 2,
    ano: 2019,
    layoutSha256: '',
    courtId: 505,
    recibo: 'r',
    statusEnvio,
    body: { text: '{}', sha256: '' },
    files: [],
    deliveredAt: 1,
    logHead: '',
  });
  await deliveries.save(delivery(9, 'HOMOLOGADO'));
  await deliveries.save(delivery(5, 'NAO_HOMOLOGADO'));
  expect(await deliveries.load('e1')).toMatchObject({ rev: 9, statusEnvio: 'HOMOLOGADO' });
});

it('keeps layouts by month, and certificates without a key', async () => {
  const { database } = fresh();
  const layouts = layoutStore(database);
  const layout = {
    spc: 'LIC',
    slp: 'X',
    mes: 2,
    ano: 2019,
    schema: {},
    sha256: 'aa',
    fetchedAt: 1,
  };
  await layouts.save({ ...layout, source: 'court' });
  expect(await layouts.load(layout, 2, 2019)).toMatchObject({ source: 'court' });
  expect(await layouts.load(layout, 3, 2019)).toBeUndefined();
  const certificates = certificateStore(database);
  const summary = {
    holder: { name: 'M' },
    issuer: 'AC',
    notBefore: 0,
    notAfter: 1,
    fingerprint: 'f',
  };
  await certificates.save({ summary, chain: [new Uint8Array([1])], importedAt: 1 });
  expect((await certificates.list()).map((one) => one.summary)).toEqual([summary]);
  await certificates.remove('f');
  expect(await certificates.list()).toEqual([]);
});

const fail = (): never => {
  throw new Error('no row');
};

it('puts a newer list in the place of the one from the same address, and forgets what the person removes', async () => {
  const trust = trustItemStore(fresh().database);
  const list = (octet: number) => ({
    id: 'http://ac.exemplo/lcr.crl',
    kind: 'crl' as const,
    der: Uint8Array.of(octet),
    source: 'http://ac.exemplo/lcr.crl',
    obtainedAt: octet,
  });
  const authority = { ...list(3), id: 'ab12', kind: 'certificate' as const, source: 'ac.cer' };
  expect((await trust.save([list(1), authority])).ok).toBe(true);
  expect((await trust.save([list(2)])).ok).toBe(true);
  expect(await trust.list()).toEqual([authority, list(2)]);
  await trust.remove(authority.id);
  expect(await trust.list()).toEqual([list(2)]);
});
