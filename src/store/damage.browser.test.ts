import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
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
  expect((await draftLists(database).page('simulado')).map(({ id }) => id)).toEqual(['d1']);
  expect(await findDamage(database)).toEqual([{ kind: 'unreadable', of: 'draft', key: 'd2' }]);
  const { records } = await salvage(name);
  expect(records).toContain('"torn"');
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
