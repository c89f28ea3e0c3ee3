import { systemClock } from '../base/clock.ts';
import type { Blobs } from '../protocol/recepcao/session.ts';
import { certificateStore } from '../store/certificates.ts';
import { openDatabase, type StorageFault } from '../store/database.ts';
import { deliveryStore } from '../store/deliveries.ts';
import { draftStore } from '../store/drafts.ts';
import { entryStore } from '../store/entries.ts';
import { fileStore } from '../store/files.ts';
import { layoutStore } from '../store/layouts.ts';
import { settingStore } from '../store/settings.ts';

export const clock = systemClock;

/** The app's one database in this browser. */
export const database = openDatabase();

export const stores = {
  drafts: draftStore(database),
  files: fileStore(database, clock),
  layouts: layoutStore(database),
  certificates: certificateStore(database),
  entries: entryStore(database),
  deliveries: deliveryStore(database),
  settings: settingStore(database),
};

/** Thrown where a result cannot be handed back; the outbox tells it as a fault of our own and tries again. */
export class StorageFullError extends Error {
  readonly fault: StorageFault = 'storage-full';
}

/** Contents as the protocol sees them. */
export const blobs: Blobs = {
  get: (sha256) => stores.files.get(sha256),
  put: async (content) => {
    const kept = await stores.files.put(content);
    if (!kept.ok) throw new StorageFullError();
    return kept.value;
  },
};
