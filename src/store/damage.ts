import type { Result } from '../base/result.ts';
import type { Draft } from '../draft/types.ts';
import { unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { DRAFT_STORES, removeAllOf } from './draft-records.ts';
import { eachReferred } from './each-referred.ts';
import { isSealed, unreadableIn } from './read-all.ts';
import type { ReferredFile } from './referred-files.ts';

/** What is not as it was written. Nothing of it is mended here: what was left stays where it lies. */
export type Damage =
  | {
      kind: 'unreadable';
      of: 'draft' | 'attachment' | 'entry' | 'delivery' | 'process';
      key: string;
    }
  /** The record of a draft is there, its document is not. */
  | { kind: 'document-missing'; draft: Draft }
  /** What is left of a draft that is gone. */
  | { kind: 'leftovers'; draftId: string }
  /** Changes between the first and the last kept one are missing. */
  | { kind: 'history-gap'; draft: Draft }
  /** `of`: the record that refers to the file, by its id (of a draft, an entry, a delivery, a process). */
  | { kind: 'file-missing'; of: Exclude<ReferredFile['of'], 'layout'>; id: string; name: string };

/** Looks through the records and what they refer to, a page at a time; contents of files are not read. */
export const findDamage = async (database: Database): Promise<Damage[]> => {
  const before = await keysOf(database, 'files');
  const lacking: ReferredFile[] = [];
  const torn = await eachReferred(database, (file) => {
    if (!before.has(file.sha256)) lacking.push(file);
  });
  // What was put meanwhile is not missing.
  const missing = missingAmong(lacking, {
    kept: await keysOf(database, 'files'),
    delivered: await keysOf(database, 'deliveries'),
  });
  const documents = await unreadableIn(database, 'draftSnapshots');
  const tramites = await unreadableIn(database, 'tramites');
  const unreadable = (of: UnreadableOf, keys: readonly unknown[]): Damage[] =>
    keys.map((key) => ({ kind: 'unreadable', of, key: String(key) }));
  return [
    ...unreadable('draft', [...new Set([...torn.drafts, ...documents])]),
    ...unreadable('attachment', torn.attachments),
    ...unreadable('entry', torn.entries),
    ...unreadable('delivery', [...torn.deliveries, ...torn.courtDeliveries]),
    ...unreadable('process', [...torn.processes, ...torn.penEntries, ...tramites]),
    ...(await draftDamage(database)),
    ...missing,
  ];
};

type UnreadableOf = Extract<Damage, { kind: 'unreadable' }>['of'];

const draftDamage = async (database: Database): Promise<Damage[]> => {
  const [drafts, snapshots, texts, changes, versions, attachments] = await database.read(
    async (db) => {
      const transaction = db.transaction(DRAFT_STORES);
      return Promise.all([
        transaction.objectStore('drafts').getAllKeys(),
        transaction.objectStore('draftSnapshots').getAllKeys(),
        transaction.objectStore('draftTexts').getAllKeys(),
        transaction.objectStore('draftChanges').getAllKeys(),
        transaction.objectStore('draftVersions').getAllKeys(),
        transaction.objectStore('attachments').getAllKeys(),
      ]);
    },
  );
  const known = new Set(drafts);
  const withDocument = new Set(snapshots);
  const hanging = [...changes, ...versions, ...attachments].map(([draftId]) => draftId);
  const left = new Set([...snapshots, ...texts, ...hanging].filter((id) => !known.has(id)));
  return [
    ...[...left].map((draftId): Damage => ({ kind: 'leftovers', draftId })),
    ...(
      await headsOf(
        database,
        drafts.filter((id) => !withDocument.has(id)),
      )
    ).map((draft): Damage => ({ kind: 'document-missing', draft })),
    ...(await headsOf(database, [...gaps(changes)])).map(
      (draft): Damage => ({ kind: 'history-gap', draft }),
    ),
  ];
};

/** What these drafts are known by; without those that are gone or cannot be read. */
const headsOf = async (database: Database, ids: readonly string[]): Promise<Draft[]> => {
  const found = await Promise.all(
    ids.map((id) => database.read((db) => db.get('drafts', id)).catch(() => undefined)),
  );
  return unsealAll(found.filter(isSealed));
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

const keysOf = async (
  database: Database,
  store: 'files' | 'deliveries',
): Promise<ReadonlySet<string>> => new Set(await database.read((db) => db.getAllKeys(store)));

/** A layout is none of the person's work: the court gives it again. What is delivered is told of once. */
const missingAmong = (
  files: readonly ReferredFile[],
  { kept, delivered }: Record<'kept' | 'delivered', ReadonlySet<string>>,
): Damage[] =>
  files.flatMap(({ of, id, name, sha256 }): Damage[] => {
    const isToldOfOnce = of === 'entry' && delivered.has(id);
    if (of === 'layout' || isToldOfOnce || kept.has(sha256)) return [];
    return [{ kind: 'file-missing', of, id, name }];
  });

/** Removes what is left of drafts that are gone, once the person said so. */
export const removeLeftovers = (
  database: Database,
  draftIds: readonly string[],
): Promise<Result<void, StorageFault>> =>
  database.write([...DRAFT_STORES], 'strict', async (transaction) => {
    const drafts = transaction.objectStore('drafts');
    for (const draftId of draftIds) {
      if ((await drafts.getKey(draftId)) === undefined) await removeAllOf(transaction, draftId);
    }
  });
