import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { processOf, tramiteOf } from '../../test/support/pen-records.ts';
import { newId } from '../base/ids.ts';
import { enqueue } from '../outbox/entry.ts';
import { command } from '../outbox/runner.ts';
import type { SendErrand } from '../protocol/pen/types.ts';
import { type Database, openDatabase } from './database.ts';
import { penChangedAfter } from './pen-changes.ts';
import { penEntryStore } from './pen-entries.ts';
import { processStore } from './processes.ts';
import { readWhole } from './read-whole.ts';
import { settingStore } from './settings.ts';
import { tramiteStore } from './tramites.ts';
import { writeWhole } from './write-whole.ts';

let name: string;
let database: Database;
let processes: ReturnType<typeof processStore>;
let tramites: ReturnType<typeof tramiteStore>;
let entries: ReturnType<typeof penEntryStore>;
beforeEach(() => {
  name = newId();
  database = openDatabase(name);
  processes = processStore(database);
  tramites = tramiteStore(database);
  entries = penEntryStore(database);
});
afterEach(async () => {
  await database.close();
  await deleteDB(name);
});

const HERE = { ambiente: 'simulado', orgao: 'prefeitura' };
const idsOf = (page: { found: { id: string }[] }) => page.found.map(({ id }) => id);

it('lists the processes of a body alone, the last changed first, and the unread ones apart', async () => {
  const received = { metadata: '{}', idt: 7 };
  await processes.save(processOf({ id: 'own', changedAt: 1 }));
  await processes.save(processOf({ id: 'new', changedAt: 2, received }));
  await processes.save(processOf({ id: 'seen', changedAt: 3, received, openedAt: 3 }));
  await processes.save(processOf({ id: 'other', changedAt: 4, orgao: 'ministerio' }));
  expect(idsOf(await processes.page(HERE, 'all'))).toEqual(['seen', 'new', 'own']);
  expect(idsOf(await processes.page(HERE, 'received'))).toEqual(['seen', 'new']);
  expect(await processes.count(HERE, 'unread')).toBe(1);
  await processes.change('new', (known) => known && { ...known, openedAt: 9 });
  expect(await processes.count(HERE, 'unread')).toBe(0);
});

it('gives more processes than a page holds once each', async () => {
  for (let n = 1; n <= 60; n++) await processes.save(processOf({ id: `p${n}`, changedAt: n }));
  const first = await processes.page(HERE, 'all');
  const second = await processes.page(HERE, 'all', first.next);
  expect(first.found).toHaveLength(50);
  expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(60);
  expect(second.next).toBeUndefined();
});

it('finds a process by its NRE and by its number as written', async () => {
  await processes.save(processOf({ id: 'a', nre: '0000000000012026' }));
  await processes.save(processOf({ id: 'b', protocolo: 'outro/2026' }));
  expect((await processes.named(HERE, 'nre', '0000000000012026')).map(({ id }) => id)).toEqual([
    'a',
  ]);
  expect((await processes.named(HERE, 'protocolo', 'outro/2026')).map(({ id }) => id)).toEqual([
    'b',
  ]);
  expect(
    await processes.named({ ...HERE, orgao: 'ministerio' }, 'protocolo', 'outro/2026'),
  ).toEqual([]);
});

it('does not write a process over what another window wrote since it was read', async () => {
  const first = await processes.save(processOf());
  if (!first.ok) throw new Error(first.error);
  expect((await processes.save({ ...first.value, descricao: 'Um' })).ok).toBe(true);
  expect(await processes.save({ ...first.value, descricao: 'Dois' })).toEqual({
    ok: false,
    error: 'stale-revision',
  });
  expect(await processes.load('p1')).toMatchObject({ descricao: 'Um', rev: 2 });
});

it('loses none of the changes that two windows make to one trâmite at once', async () => {
  await tramites.save(tramiteOf());
  const add = (at: number) =>
    tramites.change('simulado/prefeitura/1', (known) =>
      known ? { ...known, changes: [...known.changes, { situacao: 2, at }] } : known,
    );
  await Promise.all([2, 3, 4, 5].map(add));
  const kept = await tramites.load('simulado/prefeitura/1');
  expect(kept?.changes).toHaveLength(5);
  expect(kept?.rev).toBe(5);
});

it('keeps trâmites that go on apart from those that ended, and those of a process together', async () => {
  await tramites.save(tramiteOf({ id: 't1' }));
  await tramites.save(tramiteOf({ id: 't2', createdAt: 2, direction: 'received' }));
  await tramites.save(tramiteOf({ id: 't3', createdAt: 3, processId: 'p2' }));
  await tramites.change('t1', (known) => known && { ...known, situacao: 6 });
  expect(idsOf(await tramites.page(HERE, 'all/all'))).toEqual(['t3', 't2', 't1']);
  expect(idsOf(await tramites.page(HERE, 'sent/going'))).toEqual(['t3']);
  expect(idsOf(await tramites.page(HERE, 'all/ended'))).toEqual(['t1']);
  expect((await tramites.ofProcess('p1')).map(({ id }) => id)).toEqual(['t2', 't1']);
});

const queued = async () => {
  const entry = await enqueue(
    {
      ...{ ambiente: 'simulado', protocol: 'pen', owner: { id: 'o', name: 'o' } },
      frozen: { orgao: 'prefeitura', errand: { kind: 'receive', idt: 7 } },
      progress: {},
    },
    { store: entries, clock: { now: () => 5 } },
  );
  if (!entry.ok) throw new Error(entry.error);
  return entry.value;
};

it('has a process on the shelf of what is worked on here while it is open or being sent, and only then', async () => {
  const prepared = async () => idsOf(await processes.page(HERE, 'preparing'));
  await processes.save(processOf({ changedAt: 2 }));
  await processes.save(processOf({ id: 'p2', changedAt: 1 }));
  expect(await prepared()).toEqual(['p1', 'p2']);
  await tramites.save(tramiteOf({ situacao: 2 }));
  expect(await prepared()).toEqual(['p2']);
  const moved = (situacao: 6 | 7) =>
    tramites.change('simulado/prefeitura/1', (known) => known && { ...known, situacao });
  await moved(7);
  expect(await prepared()).toEqual(['p1', 'p2']);
  await moved(6);
  const unit = { repositorio: 93, numero: '1001', nome: 'Protocolo' };
  const errand: SendErrand = {
    ...{ kind: 'send', processId: 'p1', protocolo: 'p', remetente: unit, destinatario: unit },
    ...{ metadataSha256: '', components: [], known: [], partSize: 1, mostTries: 1 },
  };
  const sending = await enqueue(
    {
      ...{ ambiente: 'simulado', protocol: 'pen', owner: { id: 'o', name: 'o' }, progress: {} },
      frozen: { orgao: 'prefeitura', errand },
    },
    { store: entries, clock: { now: () => 5 } },
  );
  if (!sending.ok) throw new Error(sending.error);
  expect(await prepared()).toEqual(['p1', 'p2']);
  await processes.change('p1', (known) => known && { ...known, changedAt: 0 });
  expect(await prepared()).toEqual(['p2', 'p1']);
  await command(sending.value.id, { kind: 'cancel' }, { store: entries, clock: { now: () => 6 } });
  expect(await prepared()).toEqual(['p2']);
});

it('has what came on that shelf once something of ours is in it', async () => {
  const received = { metadata: '{}', idt: 7 };
  const came = processOf().documents.map((document) => ({ ...document, wire: {} }));
  await processes.save(processOf({ received, documents: came }));
  expect(await processes.count(HERE, 'preparing')).toBe(0);
  await processes.change(
    'p1',
    (known) => known && { ...known, documents: [...came, ...processOf().documents] },
  );
  expect(await processes.count(HERE, 'preparing')).toBe(1);
  // A trâmite is of a process from when it is taken in.
  const { processId: _, ...unnamed } = tramiteOf({ direction: 'received', situacao: 4 });
  await tramites.save(unnamed);
  expect(await processes.count(HERE, 'preparing')).toBe(1);
  await tramites.change(unnamed.id, (known) => known && { ...known, processId: 'p1' });
  expect(await processes.count(HERE, 'preparing')).toBe(0);
});

it('finds an entry by its trâmite and its process, and among the unfinished until it ends', async () => {
  const { id } = await queued();
  expect(await entries.unfinished()).toHaveLength(1);
  expect(await entries.ofTramite('simulado', 'prefeitura', 7)).toHaveLength(1);
  await command(id, { kind: 'cancel' }, { store: entries, clock: { now: () => 6 } });
  expect(await entries.unfinished()).toEqual([]);
  expect((await entries.log(id)).map(({ seq }) => seq)).toEqual([1, 2]);
});

it('keeps an entry and what follows from it together, or nothing of both', async () => {
  const entry = await queued();
  const [row] = await entries.log(entry.id);
  if (!row) throw new Error('no row');
  const next = { ...entry, rev: 2, logSize: 2, progress: { processId: 'p1' } };
  const made = { id: 'p1', change: () => processOf() };
  expect((await entries.saveWith(next, [{ ...row, seq: 2 }], { process: made })).ok).toBe(true);
  expect(await processes.load('p1')).toMatchObject({ rev: 1 });
  expect(await entries.ofProcess('p1')).toHaveLength(1);
  const tramite = { id: 't', change: () => tramiteOf({ id: 't' }) };
  expect(await entries.saveWith(next, [{ ...row, seq: 2 }], { tramite })).toEqual({
    ok: false,
    error: 'stale-revision',
  });
  expect(await tramites.load('t')).toBeUndefined();
});

it('counts the writings of each browser, by which a copy is known to go on from another', async () => {
  await settingStore(database).set('thisBrowser', { id: 'b1', name: 'Sala 3' });
  await processes.save(processOf({ writings: { b2: 4 } }));
  await processes.change('p1', (known) => known && { ...known, descricao: 'Outra' });
  expect((await processes.load('p1'))?.writings).toEqual({ b1: 2, b2: 4 });
});

it('counts what was changed after an instant, and since when', async () => {
  await processes.save(processOf({ changedAt: 5 }));
  await processes.save(processOf({ id: 'p2', changedAt: 8 }));
  await tramites.save(tramiteOf({ changedAt: 7 }));
  expect(await penChangedAfter(database, 5)).toEqual({ count: 2, oldest: 7 });
  expect(await penChangedAfter(database, 8)).toEqual({ count: 0, oldest: undefined });
});

it('gives and takes the whole of it for a copy, in one transaction', async () => {
  const entry = await queued();
  await processes.save(processOf());
  await tramites.save(tramiteOf());
  const { work, unreadable } = await readWhole(database);
  expect(unreadable).toBe(0);
  expect(work.pen.entries[0]).toMatchObject({ entry: { id: entry.id }, log: [{ seq: 1 }] });
  const other = openDatabase(newId());
  expect(await writeWhole(other, work, new Map())).toEqual({ ok: true, value: undefined });
  expect((await readWhole(other)).work.pen).toEqual(work.pen);
  // As its trâmite says: it is with the other body.
  expect(await processStore(other).count(HERE, 'preparing')).toBe(0);
  const [process] = work.pen.processes;
  if (!process) throw new Error('no process');
  const changed = { ...work, pen: { ...work.pen, processes: [{ ...process, rev: 9 }] } };
  expect(await writeWhole(other, changed, new Map())).toEqual({
    ...{ ok: false, error: 'stale-revision' },
  });
  expect(await processStore(other).load('p1')).toEqual(process);
  await other.close();
});
