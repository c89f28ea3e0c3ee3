import type { Result } from '../base/result.ts';
import type { Process } from '../process/types.ts';
import { unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import {
  type BodyHere,
  type ListedProcess,
  listedProcess,
  type ProcessShelf,
} from './pen-lists.ts';
import { type PenRecords, type PenShelves, penRecords } from './pen-records.ts';
import { isSealed } from './read-all.ts';

/** Processes of the bodies that work in this browser. */
export interface Processes extends PenRecords<Process, ProcessShelf> {
  /** Those of a body that the platform knows by this NRE, or people by this number, as written. */
  named(body: BodyHere, what: 'nre' | 'protocolo', name: string): Promise<Process[]>;
  remove(id: string): Promise<Result<void, StorageFault>>;
}

/** Where processes lie. */
export const PROCESS_SHELVES: PenShelves<Process, ListedProcess> = {
  listed: listedProcess,
  get: (db, id) => db.get('processes', id),
  inRange: (db, range, count) => db.getAllFromIndex('processes', 'lists', range, count),
  count: (db, range) => db.countFromIndex('processes', 'lists', range),
  revOf: async (transaction, id) => (await transaction.objectStore('processes').get(id))?.rev ?? 0,
  put: (transaction, listed, id) => transaction.objectStore('processes').put(listed, id),
  processOf: ({ id }) => id,
};

export const processStore = (database: Database, onWritten?: () => void): Processes => ({
  ...penRecords(database, PROCESS_SHELVES, onWritten),

  named: async ({ ambiente, orgao }, what, name) => {
    const key = IDBKeyRange.only([ambiente, orgao, what, name]);
    const found = await database.read((db) => db.getAllFromIndex('processes', 'names', key));
    return unsealAll(found.filter(isSealed));
  },

  remove: async (id) => {
    const removed = await database.write(['processes'], 'strict', (transaction) =>
      transaction.objectStore('processes').delete(id),
    );
    if (removed.ok) onWritten?.();
    return removed;
  },
});
