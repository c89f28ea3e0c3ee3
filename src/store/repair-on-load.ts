import { ok, type Result } from '../base/result.ts';
import { unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';

export interface Repair {
  /** Changes and attachments that were left behind by a draft that is gone. */
  orphansRemoved: number;
  /** Ids of entries whose log has not the rows it should have: told to the person, never mended silently. */
  logsIncomplete: string[];
}

/** Once at the start, before anything is shown or sent. */
export const repairOnLoad = async (database: Database): Promise<Result<Repair, StorageFault>> => {
  const logsIncomplete = await incompleteLogs(database);
  const repaired = await database.write(
    ['drafts', 'draftChanges', 'attachments'],
    'strict',
    async (transaction) => {
      const history = transaction.objectStore('draftChanges');
      const attachments = transaction.objectStore('attachments');
      const [drafts, changeKeys, attachmentKeys] = await Promise.all([
        transaction.objectStore('drafts').getAllKeys(),
        history.getAllKeys(),
        attachments.getAllKeys(),
      ]);
      const isOrphan = ([draftId]: [string, ...unknown[]]) => !drafts.includes(draftId);
      const changes = changeKeys.filter(isOrphan);
      const left = attachmentKeys.filter(isOrphan);
      await Promise.all([
        ...changes.map((key) => history.delete(key)),
        ...left.map((key) => attachments.delete(key)),
      ]);
      return changes.length + left.length;
    },
  );
  return repaired.ok ? ok({ orphansRemoved: repaired.value, logsIncomplete }) : repaired;
};

const incompleteLogs = async (database: Database): Promise<string[]> => {
  const [sealed, keys] = await database.read(async (db) => {
    const transaction = db.transaction(['entries', 'log']);
    return Promise.all([
      transaction.objectStore('entries').getAll(),
      transaction.objectStore('log').getAllKeys(),
    ]);
  });
  const rows = new Map<string, number>();
  for (const [id] of keys) rows.set(id, (rows.get(id) ?? 0) + 1);
  const entries = await unsealAll(sealed);
  return entries.filter(({ id, logSize }) => rows.get(id) !== logSize).map(({ id }) => id);
};
