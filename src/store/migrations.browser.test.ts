import { deleteDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { processOf, tramiteOf } from '../../test/support/pen-records.ts';
import { describeBrowser } from '../base/describe-browser.ts';
import { newId } from '../base/ids.ts';
import type { DraftChange } from '../draft/types.ts';
import { enqueue } from '../outbox/entry.ts';
import { brokenAt } from '../outbox/log.ts';
import { disagreement } from '../outbox/replay.ts';
import { command } from '../outbox/runner.ts';
import type { LogRow } from '../outbox/types.ts';
import type { RecepcaoEntry, RecepcaoFrozen } from '../protocol/recepcao/types.ts';
import type { Delivery } from '../receipt/types.ts';
import type { Sealed } from './codec.ts';
import { courtDeliveryStore } from './court-deliveries.ts';
import { type Database, openDatabase } from './database.ts';
import { MOVED_MEMBERS, snapshotOf } from './draft-of-version-3.ts';
import { draftStore } from './drafts.ts';
import { dropEarlier } from './earlier.ts';
import { entryStore } from './entries.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { processStore } from './processes.ts';
import { copyApart, MigrationFailedError, rewriteRecords } from './rewrite.ts';
import { settingStore } from './settings.ts';
import { trustItemStore } from './trust.ts';

const name = `migrations-${newId()}`;
const opened: Database[] = [];
const open = (migrations: readonly Migration[] = MIGRATIONS): Database => {
  const database = openDatabase(name, { migrations });
  opened.push(database);
  return database;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await deleteDB(name);
});

const frozen: RecepcaoFrozen = {
  draftId: 'd1',
  ...{ spc: 'LIC', slp: 'X', mes: 1, ano: 2019 },
  layoutSha256: '',
  payload: { valor: 0.1, texto: 'não' },
  files: [],
};

/** What version 2 wrote of an entry: without what version 3 added. */
type OldState = { kind: string; [member: string]: unknown };
const ofVersion2 = (
  { waits, absenceStated, owner, mustAsk, ...entry }: RecepcaoEntry,
  state: OldState,
) => ({ ...entry, failures: 4, state });

const DOUBT = { step: 'send', attempt: 1 };

/** A database as version 2 left it, with an entry in this state and its log. */
const leftByVersion2 = async (state: OldState, migrations = MIGRATIONS.slice(0, 2)) => {
  const rows: LogRow[] = [];
  let kept: RecepcaoEntry | undefined;
  const store = {
    load: async () => kept,
    save: async (entry: RecepcaoEntry, added: readonly LogRow[]) => {
      kept = entry;
      rows.push(...added);
      return { ok: true as const, value: undefined };
    },
  };
  const clock = { now: () => 7 };
  const queued = await enqueue(
    {
      ambiente: 'simulado',
      protocol: 'recepcao',
      owner: { id: '', name: '' },
      frozen,
      progress: { uploads: {} },
    },
    { store, clock },
  );
  if (!queued.ok) throw new Error(queued.error);
  const { id } = queued.value;
  await command(id, { kind: 'pause' }, { store, clock });
  await command(id, { kind: 'try-now' }, { store, clock });
  const old = open(migrations);
  if (!kept) throw new Error('no entry');
  const record = ofVersion2(kept, state) as RecepcaoEntry;
  await old.write(['entries', 'log'], 'strict', async (transaction) => {
    const entries: { put(value: unknown, key: string): Promise<unknown> } =
      transaction.objectStore('entries');
    await entries.put({ codec: 'plain', rev: record.rev, record }, id);
    for (const row of rows) {
      const sealed: Sealed<LogRow> = { codec: 'plain', rev: 0, record: row };
      await transaction.objectStore('log').put(sealed, [id, row.seq]);
    }
  });
  await settingStore(old).set('note', 'kept');
  await old.close();
  return { id, record };
};

const earlierIn = (database: Database) =>
  database.read(
    async (db) =>
      new Map((await db.getAllKeys('earlier')).map((key, n) => [JSON.stringify(key), n])),
  );

it('makes of a database of the first version one of today, and keeps what it holds', async () => {
  const first = open(MIGRATIONS.slice(0, 1));
  await settingStore(first).set('note', 'kept');
  await first.close();
  const database = open();
  expect(await settingStore(database).get('note')).toBe('kept');
  expect(await trustItemStore(database).list()).toEqual([]);
});

it.each([
  [{ kind: 'ready' }, { kind: 'ready' }],
  [
    { kind: 'running', ...DOUBT, effect: 'once' },
    { settledAt: expect.any(Number), effect: 'once' },
  ],
  [
    { kind: 'uncertain', ...DOUBT, code: 'x', until: 9 },
    { settledAt: expect.any(Number), until: 9 },
  ],
  [
    { kind: 'needs-person', what: 'check', ...DOUBT, code: 'x' },
    { settledAt: expect.any(Number), detail: null, code: 'x' },
  ],
])('gives an entry of version 2 what version 3 needs to know: %j', async (state, expected) => {
  const { id, record } = await leftByVersion2(state);
  const before = Date.now();
  const store = entryStore(open());
  const entry = await store.load(id);
  expect(entry).toMatchObject({
    ...{ waits: 4, failures: 0, absenceStated: [], mustAsk: false },
    owner: {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: describeBrowser(navigator.userAgent),
    },
  });
  expect(entry?.state).toMatchObject(expected);
  if (entry && 'settledAt' in entry.state) {
    expect(entry.state.settledAt).toBeGreaterThanOrEqual(before + 480_000);
  }
  expect(entry?.frozen).toEqual(record.frozen);
  expect(await brokenAt(record.frozenSha256, await store.log(id))).toBe(-1);
});

it('takes the name this browser has already for the owner of old entries', async () => {
  const { id } = await leftByVersion2({ kind: 'ready' });
  const old = open(MIGRATIONS.slice(0, 2));
  await settingStore(old).set('thisBrowser', { id: 'b1', name: 'Sala 3' });
  await old.close();
  expect((await entryStore(open()).load(id))?.owner).toEqual({ id: 'b1', name: 'Sala 3' });
});

it('goes on with an entry of version 2 by the same machine and the same chain', async () => {
  const { id, record } = await leftByVersion2({ kind: 'ready' });
  const store = entryStore(open());
  const clock = { now: () => 8 };
  const paused = await command(id, { kind: 'pause' }, { store, clock });
  if (!paused.ok) throw new Error(paused.error);
  const rows = await store.log(id);
  expect(await brokenAt(record.frozenSha256, rows)).toBe(-1);
  expect(await disagreement(paused.value, rows)).toBeUndefined();
});

it('keeps what the records were until the app has started well twice', async () => {
  const { id, record } = await leftByVersion2({ kind: 'ready' });
  const database = open();
  const copy = await database.read((db) => db.get('earlier', [3, 'entries', id]));
  expect(copy).toEqual({ codec: 'plain', rev: record.rev, record });
  await dropEarlier(database, 1);
  expect((await earlierIn(database)).size).toBe(3);
  await dropEarlier(database, 2);
  expect((await earlierIn(database)).size).toBe(0);
  await dropEarlier(database, 3);
  expect((await earlierIn(database)).size).toBe(0);
});

const [first, second, third] = MIGRATIONS;
const WRONG: [string, Migration][] = [
  [
    'changes what was frozen',
    async (db, transaction) => {
      db.createObjectStore('earlier');
      await rewriteRecords(transaction, {
        ...{ version: 3, store: 'entries', members: ['state'] },
        change: (entry) => ({ ...entry, frozen: { ...frozen, payload: {} } }),
      });
    },
  ],
  [
    'leaves out a member',
    async (db, transaction) => {
      db.createObjectStore('earlier');
      await rewriteRecords(transaction, {
        ...{ version: 3, store: 'entries', members: ['state'] },
        change: ({ logHead, ...entry }) => entry,
      });
    },
  ],
  [
    'throws',
    async (db) => {
      db.createObjectStore('earlier');
      throw new Error('a fault of ours');
    },
  ],
];

it.each(WRONG)('leaves the old database as it was where a migration %s', async (_, wrong) => {
  if (!first || !second || !third) throw new Error('no migrations');
  const { id, record } = await leftByVersion2({ kind: 'ready' });
  const failing = open([first, second, wrong]);
  await expect(entryStore(failing).load(id)).rejects.toThrow(MigrationFailedError);
  const old = open([first, second]);
  const kept = await old.read((db) => db.get('entries', id));
  expect(kept).toEqual({ codec: 'plain', rev: record.rev, record });
  expect(await old.read(async (db) => db.objectStoreNames.contains('earlier'))).toBe(false);
  await old.close();
  // A mended version of the app brings it up.
  expect((await entryStore(open()).load(id))?.mustAsk).toBe(false);
});

const DRAFT_OF_VERSION_3 = {
  ...{ id: 'd1', ambiente: 'simulado', schemaVersion: 1, rev: 4, createdAt: 1, changedAt: 7 },
  ...{ spc: 'LIC', slp: 'X', mes: 1, ano: 2019, layoutSha256: 'aa', layoutSource: 'sample' },
};
const HELD = { snapshot: { objeto: 'Merenda', valor: 0.1 }, snapshotSeq: 2 };
const CHANGE: DraftChange = {
  ...{ draftId: 'd1', seq: 3, at: 7, kind: 'edit' },
  edit: { op: 'set', pointer: '/objeto', value: 'Merenda escolar' },
  inverse: { op: 'set', pointer: '/objeto', value: 'Merenda' },
};

/** A database as version 3 left it: a draft that holds its document, and one that a fault of the disk tore. */
const leftByVersion3 = async () => {
  const old = open(MIGRATIONS.slice(0, 3));
  await old.write(['drafts', 'draftChanges'], 'strict', async (transaction) => {
    const drafts: { put(value: unknown, key: string): Promise<unknown> } =
      transaction.objectStore('drafts');
    await drafts.put({ codec: 'plain', rev: 4, record: { ...DRAFT_OF_VERSION_3, ...HELD } }, 'd1');
    await drafts.put('torn', 'd2');
    await transaction
      .objectStore('draftChanges')
      .put({ codec: 'plain', rev: 0, record: CHANGE }, ['d1', 3]);
  });
  await old.close();
};

it('lays the document of a draft of version 3 apart, and finds the draft by when it was changed', async () => {
  await leftByVersion3();
  const database = open();
  expect(await draftStore(database).load('d1')).toEqual({
    draft: DRAFT_OF_VERSION_3,
    snapshot: { draftId: 'd1', seq: 2, document: HELD.snapshot },
    changes: [CHANGE],
  });
  const [indexed, torn, before] = await database.read((db) =>
    Promise.all([
      db.getAllFromIndex('drafts', 'newest', ['simulado', -7, 'd1']),
      db.get('drafts', 'd2'),
      db.get('earlier', [4, 'drafts', 'd1']),
    ]),
  );
  expect(indexed).toHaveLength(1);
  expect(torn).toBe('torn');
  expect(before).toMatchObject({ record: { ...DRAFT_OF_VERSION_3, ...HELD } });
});

it('leaves the drafts as they were where a document would not come over whole', async () => {
  await leftByVersion3();
  const failing = open([
    ...MIGRATIONS.slice(0, 3),
    async (db, transaction) => {
      db.createObjectStore('draftSnapshots');
      await copyApart(transaction, {
        ...{ from: 'drafts', to: 'draftSnapshots', moved: MOVED_MEMBERS },
        part: (draft) => ({ ...snapshotOf(draft), document: {} }),
      });
    },
  ]);
  await expect(draftStore(failing).load('d1')).rejects.toThrow(MigrationFailedError);
  expect((await draftStore(open()).load('d1'))?.snapshot.document).toEqual(HELD.snapshot);
});

const SENT: Delivery = {
  ...{ id: 'e1', ambiente: 'simulado', representacao: 21, schemaVersion: 1, rev: 5 },
  ...{ createdAt: 1, changedAt: 30, spc: 'LIC', slp: 'X', mes: 1, ano: 2019, layoutSha256: '' },
  ...{ courtId: 505, recibo: 'r1', statusEnvio: 'HOMOLOGADO', deliveredAt: 10, confirmedAt: 30 },
  ...{ body: { text: '{}', sha256: 'aa' }, files: [], logHead: '' },
};
const { confirmedAt: _, ...UNCONFIRMED } = SENT;
const ALTERED: Delivery = {
  ...{ ...UNCONFIRMED, id: 'e2', deliveredAt: 40, statusEnvio: 'NAO_HOMOLOGADO' },
  body: { text: '[]', sha256: 'bb' },
};

/** A database as version 4 left it: a delivery that was altered, one that an entry deleted, and one that a fault tore. */
const leftByVersion4 = async () => {
  const { record } = await leftByVersion2({ kind: 'done' }, MIGRATIONS.slice(0, 4));
  const progress = { deletedAt: 60 };
  const errand = { kind: 'delete', courtId: 506, recibo: 'r2' };
  const deletion = { ...record, id: 'x', progress, frozen: { ...record.frozen, errand } };
  const old = open(MIGRATIONS.slice(0, 4));
  await old.write(['entries', 'deliveries'], 'strict', async (transaction) => {
    const put = (name: 'entries' | 'deliveries', key: string, value: unknown) => {
      const store: { put(value: unknown, key: string): Promise<unknown> } =
        transaction.objectStore(name);
      return store.put(value, key);
    };
    const sealed = (value: unknown) => ({ codec: 'plain', rev: 5, record: value });
    await put('deliveries', 'e2', sealed(ALTERED));
    await put('deliveries', 'e1', sealed(SENT));
    await put('deliveries', 'e3', sealed({ ...SENT, id: 'e3', courtId: 506, recibo: 'r2' }));
    await put('deliveries', 'e4', 'torn');
    await put('entries', 'x', sealed(deletion));
  });
  await old.close();
  return record;
};

it('derives the deliveries at the court of version 5 from what was sent to them and from deletions', async () => {
  const record = await leftByVersion4();
  const database = open();
  const known = courtDeliveryStore(database);
  const altered = await known.load('simulado', 505);
  expect(altered).toEqual({
    ...{ ambiente: 'simulado', representacao: 21, spc: 'LIC', slp: 'X', mes: 1, ano: 2019 },
    ...{ courtId: 505, recibo: 'r1', statusEnvio: 'NAO_HOMOLOGADO', heardAt: 40, deliveredAt: 10 },
    ...{ contents: ['e1', 'e2'], bodySha256: 'bb', origin: 'sent' },
  });
  expect(await known.byContent('e1')).toEqual(altered);
  expect(await known.byRecibo('r2')).toMatchObject({ goneAt: 60, heardAt: 60, confirmedAt: 30 });
  const { found } = await known.page({ ambiente: 'simulado', spc: 'LIC', slp: 'X', state: 'gone' });
  expect(found.map(({ courtId }) => courtId)).toEqual([506]);
  const [byDraft, done, torn] = await database.read((db) =>
    Promise.all([
      db.get('doneDrafts', 'd1'),
      db.getAllKeysFromIndex('entries', 'done'),
      db.get('deliveries', 'e4'),
    ]),
  );
  expect(byDraft).toBe(record.id);
  expect(new Set(done)).toEqual(new Set([record.id, 'x']));
  expect(torn).toBe('torn');
});

/** A database as version 6 left it: two processes, of which one is with another body, and one that a fault tore. */
const leftByVersion6 = async () => {
  const old = open(MIGRATIONS.slice(0, 6));
  await old.write(['processes', 'tramites', 'penEntries'], 'strict', async (transaction) => {
    const put = (name: 'processes' | 'tramites' | 'penEntries', key: string, value: unknown) => {
      const store: { put(value: unknown, key: string): Promise<unknown> } =
        transaction.objectStore(name);
      return store.put(value, key);
    };
    for (const id of ['p1', 'p2']) {
      const record = processOf({ id });
      const lists = [['simulado', 'prefeitura', 'all', -1, id]];
      await put('processes', id, { codec: 'plain', rev: 1, record, lists });
    }
    const tramite = tramiteOf({ processId: 'p2', situacao: 6 });
    const sealed = { codec: 'plain', rev: 1, record: tramite, lists: [], process: 'p2' };
    await put('tramites', 't', sealed);
    await put('processes', 'torn', 'torn');
  });
  await old.close();
};

it('puts on the shelf of version 7 what is worked on here, and nothing that is with another body', async () => {
  await leftByVersion6();
  const database = open();
  const here = { ambiente: 'simulado', orgao: 'prefeitura' };
  const { found } = await processStore(database).page(here, 'preparing');
  expect(found).toEqual([processOf({ id: 'p1' })]);
  expect(await database.read((db) => db.get('processes', 'torn'))).toBe('torn');
});
