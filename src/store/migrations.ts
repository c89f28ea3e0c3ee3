import type { IDBPDatabase } from 'idb';
import { describeBrowser } from '../base/describe-browser.ts';
import { newId } from '../base/ids.ts';
import { isJsonObject } from '../base/json.ts';
import type { Owner } from '../outbox/types.ts';
import { deriveDeliveries } from './court-deliveries-of-version-4.ts';
import { listedMembers, MOVED_MEMBERS, snapshotOf, withoutSnapshot } from './draft-of-version-3.ts';
import { CHANGED_MEMBERS, withOwnerAndWaits } from './entry-of-version-2.ts';
import { listedEntryMembers, noteDoneDrafts } from './entry-of-version-4.ts';
import { besidePenRecords } from './pen-of-version-6.ts';
import { shelve } from './preparing-shelf.ts';
import { copyApart, rewriteRecords, type UpgradeTransaction } from './rewrite.ts';
import type { EstafetaSchema } from './schema.ts';

/** Awaits nothing but requests of the transaction, which would end otherwise. */
export type Migration = (
  db: IDBPDatabase<EstafetaSchema>,
  transaction: UpgradeTransaction,
) => Promise<void>;

/** In order; version n of the database is what the first n made of it. Never changed once released, only added to. */
export const MIGRATIONS: readonly Migration[] = [
  async (db) => {
    db.createObjectStore('drafts');
    db.createObjectStore('draftChanges');
    db.createObjectStore('attachments');
    db.createObjectStore('files');
    db.createObjectStore('layouts');
    db.createObjectStore('certificates');
    db.createObjectStore('entries');
    db.createObjectStore('log');
    db.createObjectStore('deliveries');
    db.createObjectStore('settings');
  },
  async (db) => {
    db.createObjectStore('trust');
  },
  async (db, transaction) => {
    db.createObjectStore('handles');
    db.createObjectStore('earlier');
    const owner = await ownerHere(transaction);
    const now = Date.now();
    await rewriteRecords(transaction, {
      version: 3,
      store: 'entries',
      members: CHANGED_MEMBERS,
      change: (entry) => withOwnerAndWaits(entry, owner, now),
    });
  },
  async (db, transaction) => {
    db.createObjectStore('draftSnapshots');
    db.createObjectStore('draftVersions');
    db.createObjectStore('draftTexts');
    const drafts = transaction.objectStore('drafts');
    drafts.createIndex('newest', 'newest');
    drafts.createIndex('changedAt', 'changedAt');
    await copyApart(transaction, {
      ...{ from: 'drafts', to: 'draftSnapshots' },
      ...{ part: snapshotOf, moved: MOVED_MEMBERS },
    });
    await rewriteRecords(transaction, {
      ...{ version: 4, store: 'drafts', members: Object.keys(MOVED_MEMBERS) },
      ...{ change: withoutSnapshot, beside: listedMembers },
    });
  },
  async (db, transaction) => {
    const entries = transaction.objectStore('entries');
    entries.createIndex('changed', 'changed');
    entries.createIndex('done', 'done', { multiEntry: true });
    db.createObjectStore('doneDrafts');
    await rewriteRecords(transaction, {
      ...{ version: 5, store: 'entries', members: [] },
      ...{ change: (entry) => entry, beside: listedEntryMembers },
    });
    const courtDeliveries = db.createObjectStore('courtDeliveries');
    courtDeliveries.createIndex('lists', 'lists', { multiEntry: true });
    courtDeliveries.createIndex('uuids', 'uuids', { multiEntry: true });
    await deriveDeliveries(transaction);
    await noteDoneDrafts(transaction);
    db.createObjectStore('batches');
    db.createObjectStore('batchItems').createIndex('content', 'content');
  },
  async (db) => {
    const processes = db.createObjectStore('processes');
    processes.createIndex('lists', 'lists', { multiEntry: true });
    processes.createIndex('names', 'names', { multiEntry: true });
    processes.createIndex('changedAt', 'changedAt');
    const tramites = db.createObjectStore('tramites');
    tramites.createIndex('lists', 'lists', { multiEntry: true });
    tramites.createIndex('process', 'process');
    tramites.createIndex('changedAt', 'changedAt');
    const entries = db.createObjectStore('penEntries');
    entries.createIndex('unfinished', 'unfinished');
    entries.createIndex('process', 'process');
    entries.createIndex('tramite', 'tramite');
    db.createObjectStore('penLog');
  },
  async (_db, transaction) => {
    await besidePenRecords(transaction);
    const stores = {
      processes: transaction.objectStore('processes'),
      tramites: transaction.objectStore('tramites'),
      penEntries: transaction.objectStore('penEntries'),
    };
    await shelve(stores, await stores.processes.getAllKeys());
  },
];

/** This browser as entries name it, under the setting where the app looks for it. */
const ownerHere = async (transaction: UpgradeTransaction): Promise<Owner> => {
  const settings = transaction.objectStore('settings');
  const kept = (await settings.get('thisBrowser'))?.record;
  if (isJsonObject(kept) && typeof kept.id === 'string' && typeof kept.name === 'string') {
    return { id: kept.id, name: kept.name };
  }
  const owner = { id: newId(), name: describeBrowser(navigator.userAgent) };
  await settings.put({ codec: 'plain', rev: 0, record: owner }, 'thisBrowser');
  return owner;
};

/** Brings a database of an older version (0: none) up to the last migration, inside the upgrade transaction. */
export const migrate = async (
  migrations: readonly Migration[],
  from: number,
  db: IDBPDatabase<EstafetaSchema>,
  transaction: UpgradeTransaction,
): Promise<void> => {
  for (const migration of migrations.slice(from)) await migration(db, transaction);
};
