import type { Attachment } from '../attachment/types.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Draft, DraftChange } from '../draft/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { allOf } from './keys.ts';
import { readAll } from './read-all.ts';

export type DraftSaveFault = StorageFault | 'stale-revision';

/** Drafts with their changes and attachments; all of strict durability. */
export interface Drafts {
  list(): Promise<Draft[]>;
  load(id: string): Promise<{ draft: Draft; changes: DraftChange[] } | undefined>;
  /**
   * Writes the draft and appends changes. The stored revision must be `draft.rev - 1`, else `stale-revision`:
   * another tab wrote. Changes the snapshot holds already are dropped.
   */
  save(draft: Draft, changes: readonly DraftChange[]): Promise<Result<void, DraftSaveFault>>;
  remove(id: string): Promise<Result<void, StorageFault>>;
  attachments(draftId: string): Promise<Attachment[]>;
  saveAttachment(attachment: Attachment): Promise<Result<void, StorageFault>>;
  removeAttachment(draftId: string, id: string): Promise<Result<void, StorageFault>>;
}

export const draftStore = (database: Database): Drafts => ({
  list: async () => (await readAll(database, 'drafts')).records,

  load: async (id) => {
    const [draft, changes] = await database.read(async (db) => {
      const transaction = db.transaction(['drafts', 'draftChanges']);
      return Promise.all([
        transaction.objectStore('drafts').get(id),
        transaction.objectStore('draftChanges').getAll(allOf(id)),
      ]);
    });
    return draft && { draft: await unseal(draft), changes: await unsealAll(changes) };
  },

  save: async (draft, changes) => {
    const sealed = await seal(draft, draft.rev);
    const rows = await Promise.all(changes.map((change) => seal(change)));
    const written = await database.write(
      ['drafts', 'draftChanges'],
      'strict',
      async (transaction) => {
        const drafts = transaction.objectStore('drafts');
        const history = transaction.objectStore('draftChanges');
        const stored = await drafts.get(draft.id);
        if ((stored?.rev ?? 0) !== draft.rev - 1) return 'stale-revision';
        await Promise.all([
          drafts.put(sealed, draft.id),
          ...rows.map((row, n) => history.put(row, [draft.id, changes[n]?.seq ?? 0])),
          history.delete(IDBKeyRange.bound([draft.id, 0], [draft.id, draft.snapshotSeq])),
        ]);
        return 'saved';
      },
    );
    if (!written.ok) return written;
    return written.value === 'saved' ? ok(undefined) : err(written.value);
  },

  remove: async (id) =>
    database.write(['drafts', 'draftChanges', 'attachments'], 'strict', async (transaction) => {
      await Promise.all([
        transaction.objectStore('drafts').delete(id),
        transaction.objectStore('draftChanges').delete(allOf(id)),
        transaction.objectStore('attachments').delete(allOf(id)),
      ]);
    }),

  attachments: async (draftId) =>
    unsealAll(await database.read((db) => db.getAll('attachments', allOf(draftId)))),

  saveAttachment: async (attachment) => {
    const sealed = await seal(attachment);
    return database.write(['attachments'], 'strict', async (transaction) => {
      const { draftId, id } = attachment;
      await transaction.objectStore('attachments').put(sealed, [draftId, id]);
    });
  },

  removeAttachment: async (draftId, id) =>
    database.write(['attachments'], 'strict', async (transaction) => {
      await transaction.objectStore('attachments').delete([draftId, id]);
    }),
});
