import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it, vi } from 'vitest';
import type { Attachment } from '../attachment/types.ts';
import { newId } from '../base/ids.ts';
import type { Compaction } from '../draft/compaction.ts';
import type { Draft, DraftChange } from '../draft/types.ts';
import { findDamage, removeLeftovers } from './damage.ts';
import { openDatabase } from './database.ts';
import { draftLists } from './draft-lists.ts';
import { draftStore } from './drafts.ts';
import { fileStore } from './files.ts';
import { salvage } from './salvage.ts';
import { settingStore } from './settings.ts';

const name = `damage-${newId()}`;
const database = openDatabase(name);
const drafts = draftStore(database);
afterEach(async () => {
  vi.restoreAllMocks();
  await database.close();
  await deleteDB(name);
});

const draft = (id: string): Draft => ({
  id,
  ambiente: 'simulado',
  ...{ schemaVersion: 1, rev: 1, createdAt: 1, changedAt: 1 },
  ...{ spc: 'LIC', slp: 'REG_LICITACAO', mes: 2, ano: 2019 },
  ...{ layoutSha256: 'aa', layoutSource: 'sample' },
});
const begun = (draftId: string): Compaction => ({
  snapshot: { draftId, seq: 0, document: {} },
  keptFrom: 1,
});
const change = (draftId: string, seq: number): DraftChange => ({
  draftId,
  ...{ seq, at: seq, kind: 'edit' },
  edit: { op: 'set', pointer: '/a', value: seq },
  inverse: { op: 'remove', pointer: '/a' },
});
const attachment = (draftId: string, sha256: string): Attachment => ({
  id: 'a',
  draftId,
  chosen: { sha256, size: 4, name: 'edital.pdf', kind: 'pdf' },
});
/** What a fault of the disk may leave in the place of a record. */
const tear = async (store: string, key: IDBValidKey) => {
  await database.close();
  const db = await openDB(name);
  await db.put(store, 'torn', key);
  db.close();
};

it('finds nothing wrong with what is whole', async () => {
  const file = await fileStore(database, { now: () => 1 }).put(new Blob(['edital']));
  if (!file.ok) throw new Error(file.error);
  await drafts.save(draft('d1'), [change('d1', 1), change('d1', 2)], begun('d1'));
  await drafts.saveAttachment(attachment('d1', file.value));
  expect(await findDamage(database)).toEqual([]);
});

it('sets a record that cannot be read aside, tells of it, and shows the others', async () => {
  await drafts.save(draft('d1'), [], begun('d1'));
  await drafts.save(draft('d2'), [], begun('d2'));
  await tear('drafts', 'd2');
  expect(await draftLists(database).page('simulado')).toEqual({ drafts: [draft('d1')] });
  expect(await findDamage(database)).toEqual([{ kind: 'unreadable', of: 'draft', key: 'd2' }]);
  const { records } = await salvage(name);
  expect(records).toContain('"torn"');
});

it('tells once of a draft of which the record, the document or both cannot be read', async () => {
  await drafts.save(draft('d1'), [], begun('d1'));
  await drafts.save(draft('d2'), [], begun('d2'));
  await tear('draftSnapshots', 'd1');
  await tear('draftSnapshots', 'd2');
  await tear('drafts', 'd2');
  expect(await findDamage(database)).toEqual([
    { kind: 'unreadable', of: 'draft', key: 'd2' },
    { kind: 'unreadable', of: 'draft', key: 'd1' },
  ]);
});

it('goes on after a page of which one or all cannot be read', async () => {
  const lists = draftLists(database);
  for (let n = 1; n <= 51; n++) {
    await drafts.save({ ...draft(`d${n}`), changedAt: n }, [], begun(`d${n}`));
  }
  await database.write(['drafts'], 'strict', async (transaction) => {
    const store = transaction.objectStore('drafts');
    const torn = { newest: ['simulado', -51, 'd51'], changedAt: 51, record: 'torn' };
    await store.put(Object(torn), 'd51');
  });
  const first = await lists.page('simulado');
  expect(first.drafts).toHaveLength(49);
  expect((await lists.page('simulado', first.next)).drafts.map(({ id }) => id)).toEqual(['d1']);

  // As where the bytes of one record are lost.
  vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('', 'DataError');
  });
  const read = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    if (key === 'd2') throw new DOMException('', 'DataError');
    return read.call(this, key);
  });
  const again = await lists.page('simulado');
  expect(again.drafts).toHaveLength(48);
  const rest = await lists.page('simulado', again.next);
  expect(rest).toMatchObject({ drafts: [{ id: 'd1' }] });
  expect(rest.next).toBeUndefined();
});

it('keeps what a lost draft left behind until the person lets it go', async () => {
  await drafts.save(draft('d1'), [change('d1', 1)], begun('d1'));
  await drafts.save(draft('d2'), [change('d2', 1)], begun('d2'));
  await database.write(['drafts'], 'strict', (transaction) =>
    transaction.objectStore('drafts').delete('d1'),
  );
  const left = { kind: 'leftovers', draftId: 'd1' };
  expect(await findDamage(database)).toEqual([left]);
  expect(await findDamage(database)).toEqual([left]);
  await removeLeftovers(database, ['d1', 'd2']);
  expect(await findDamage(database)).toEqual([]);
  expect((await drafts.load('d2'))?.changes).toHaveLength(1);
});

it('tells of a draft whose document is gone, and does not open it as an empty one', async () => {
  await drafts.save(draft('d1'), [], begun('d1'));
  await drafts.save(draft('d2'), [change('d2', 1)]);
  expect(await findDamage(database)).toEqual([{ kind: 'document-missing', draft: draft('d2') }]);
  expect(await drafts.load('d2')).toBeUndefined();
});

it('tells of a file that is gone and of a history with a hole', async () => {
  await drafts.save(draft('d1'), [change('d1', 1), change('d1', 3)], begun('d1'));
  await drafts.saveAttachment(attachment('d1', 'ab'));
  expect(await findDamage(database)).toEqual([
    { kind: 'history-gap', draft: draft('d1') },
    { kind: 'file-missing', of: 'draft', id: 'd1', name: 'edital.pdf' },
  ]);
});

it('saves what can be read of a database of whatever version, with the contents of its files', async () => {
  await database.close();
  const old = await openDB(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts');
      db.createObjectStore('files');
      db.createObjectStore('certificates');
    },
  });
  await old.put('drafts', { record: { text: 'rascunho' } }, 'd1');
  await old.put('files', { record: { content: new Blob(['edital']) } }, 'ab');
  await old.put('certificates', { record: { wrappedKey: 'chave' } }, 'c1');
  old.close();
  const { records, files } = await salvage(name);
  expect(records).toBe('{"store":"drafts","key":"d1","value":{"record":{"text":"rascunho"}}}\n');
  expect(files.map((file) => file.name)).toEqual(['ab']);
  expect(await files[0]?.content.text()).toBe('edital');
});

it('drops no content while a record that may refer to it cannot be read', async () => {
  const clock = { at: 0, now: () => clock.at };
  const files = fileStore(database, clock);
  await files.put(new Blob(['referred to by the torn one']));
  await drafts.saveAttachment(attachment('d1', 'ab'));
  await tear('attachments', ['d1', 'a']);
  clock.at = 2 * 3_600_000;
  expect(await files.collect()).toEqual({ ok: true, value: 0 });
});

it('keeps the secret that writes copies out of what is saved unencrypted', async () => {
  const settings = settingStore(database);
  await settings.set('backup', { writer: 'segredo' });
  await settings.set('idleMinutes', 10);
  const { records } = await salvage(name);
  expect(records).toContain('idleMinutes');
  expect(records).not.toContain('segredo');
});
