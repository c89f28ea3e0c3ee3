import type { Tramite } from '../receipt/pen/tramite.ts';
import { unsealAll } from './codec.ts';
import type { Database } from './database.ts';
import { type ListedTramite, listedTramite, type TramiteShelf } from './pen-lists.ts';
import { type PenRecords, type PenShelves, penRecords } from './pen-records.ts';
import { isSealed } from './read-all.ts';

/** Trâmites of the bodies that work in this browser, by `tramiteId`. */
export interface Tramites extends PenRecords<Tramite, TramiteShelf> {
  /** Of a process, the newest first. */
  ofProcess(processId: string): Promise<Tramite[]>;
}

/** Where trâmites lie. */
export const TRAMITE_SHELVES: PenShelves<Tramite, ListedTramite> = {
  listed: listedTramite,
  get: (db, id) => db.get('tramites', id),
  inRange: (db, range, count) => db.getAllFromIndex('tramites', 'lists', range, count),
  count: (db, range) => db.countFromIndex('tramites', 'lists', range),
  revOf: async (transaction, id) => (await transaction.objectStore('tramites').get(id))?.rev ?? 0,
  put: (transaction, listed, id) => transaction.objectStore('tramites').put(listed, id),
  processOf: ({ processId }) => processId,
};

export const tramiteStore = (database: Database, onWritten?: () => void): Tramites => ({
  ...penRecords(database, TRAMITE_SHELVES, onWritten),

  ofProcess: async (processId) => {
    const found = await database.read((db) => db.getAllFromIndex('tramites', 'process', processId));
    const tramites = await unsealAll(found.filter(isSealed));
    return tramites.sort((a, b) => b.createdAt - a.createdAt);
  },
});
