import type { Result } from '../base/result.ts';
import type { Database, StorageFault } from './database.ts';
import { allOf } from './keys.ts';
import { readAll } from './read-all.ts';
import { type Referring, referredFiles } from './referred-files.ts';

/** What is not as it was written. Nothing of it is mended here: what was left stays where it lies. */
export type Damage =
  | { kind: 'unreadable'; of: 'draft' | 'attachment' | 'entry' | 'delivery'; key: string }
  /** Changes and attachments of a draft that is gone. */
  | { kind: 'leftovers'; draftId: string }
  /** Changes between the first and the last kept one are missing. */
  | { kind: 'history-gap'; draftId: string }
  /** `of`: the record that refers to the file, by its id (of a draft, an entry, a delivery). */
  | { kind: 'file-missing'; of: 'draft' | 'entry' | 'delivery'; id: string; name: string };

/** Looks through the records and what they refer to; contents of files are not read. */
export const findDamage = async (database: Database): Promise<Damage[]> => {
  const drafts = await readAll(database, 'drafts');
  const attachments = await readAll(database, 'attachments');
  const entries = await readAll(database, 'entries');
  const deliveries = await readAll(database, 'deliveries');
  const unreadable = (of: UnreadableOf, keys: (string | string[])[]): Damage[] =>
    keys.map((key) => ({ kind: 'unreadable', of, key: String(key) }));
  return [
    ...unreadable('draft', drafts.unreadable),
    ...unreadable('attachment', attachments.unreadable),
    ...unreadable('entry', entries.unreadable),
    ...unreadable('delivery', deliveries.unreadable),
    ...(await historyDamage(database)),
    ...(await missingFiles(database, {
      attachments: attachments.records,
      entries: entries.records,
      deliveries: deliveries.records,
    })),
  ];
};

type UnreadableOf = Extract<Damage, { kind: 'unreadable' }>['of'];

const historyDamage = async (database: Database): Promise<Damage[]> => {
  const [draftKeys, changeKeys, attachmentKeys] = await database.read(async (db) => {
    const transaction = db.transaction(['drafts', 'draftChanges', 'attachments']);
    return Promise.all([
      transaction.objectStore('drafts').getAllKeys(),
      transaction.objectStore('draftChanges').getAllKeys(),
      transaction.objectStore('attachments').getAllKeys(),
    ]);
  });
  const known = new Set(draftKeys);
  const left = new Set(
    [...changeKeys, ...attachmentKeys].map(([draftId]) => draftId).filter((id) => !known.has(id)),
  );
  return [
    ...[...left].map((draftId): Damage => ({ kind: 'leftovers', draftId })),
    ...[...gaps(changeKeys)]
      .filter((draftId) => known.has(draftId))
      .map((draftId): Damage => ({ kind: 'history-gap', draftId })),
  ];
};

/** Drafts whose changes do not follow one another; keys come in order. */
const gaps = (keys: readonly [string, number][]): Set<string> =>
  new Set(
    keys
      .filter(([draftId, seq], n) => {
        const before = keys[n - 1];
        return before?.[0] === draftId && before[1] !== seq - 1;
      })
      .map(([draftId]) => draftId),
  );

/** A layout is none of the person's work: the court gives it again. What is delivered is told of once. */
const missingFiles = async (
  database: Database,
  referring: Omit<Referring, 'layouts'>,
): Promise<Damage[]> => {
  const kept = new Set(await database.read((db) => db.getAllKeys('files')));
  const delivered = new Set(referring.deliveries.map(({ id }) => id));
  const entries = referring.entries.filter(({ id }) => !delivered.has(id));
  return referredFiles({ ...referring, entries, layouts: [] }).flatMap(
    ({ of, id, name, sha256 }): Damage[] =>
      of === 'layout' || kept.has(sha256) ? [] : [{ kind: 'file-missing', of, id, name }],
  );
};

/** Removes what is left of drafts that are gone, once the person said so. */
export const removeLeftovers = (
  database: Database,
  draftIds: readonly string[],
): Promise<Result<void, StorageFault>> =>
  database.write(['drafts', 'draftChanges', 'attachments'], 'strict', async (transaction) => {
    const drafts = transaction.objectStore('drafts');
    for (const draftId of draftIds) {
      if ((await drafts.getKey(draftId)) !== undefined) continue;
      await transaction.objectStore('draftChanges').delete(allOf(draftId));
      await transaction.objectStore('attachments').delete(allOf(draftId));
    }
  });
