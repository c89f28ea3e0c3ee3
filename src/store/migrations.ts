import type { IDBPDatabase } from 'idb';
import type { EstafetaSchema } from './schema.ts';

type Migration = (db: IDBPDatabase<EstafetaSchema>) => void;

/** In order; version n of the database is what the first n made of it. Never changed once released, only added to. */
const MIGRATIONS: Migration[] = [
  (db) => {
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
  (db) => {
    db.createObjectStore('trust');
  },
  (db) => {
    db.createObjectStore('handles');
  },
];

export const VERSION = MIGRATIONS.length;

/** Brings a database of an older version (0: none) to `VERSION`, inside the upgrade transaction. */
export const migrate = (db: IDBPDatabase<EstafetaSchema>, from: number): void => {
  for (const migration of MIGRATIONS.slice(from)) migration(db);
};
