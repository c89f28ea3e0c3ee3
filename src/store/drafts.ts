import type { Attachment } from '../attachment/types.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Compaction } from '../draft/compaction.ts';
import type { Draft, DraftChange, DraftSnapshot } from '../draft/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import type { Database, StorageFault } from './database.ts';
import { DRAFT_STORES, listed, removeAllOf } from './draft-records.ts';
import { allOf } from './keys.ts';
import { isSealed } from './read-all.ts';

export type DraftSaveFault = StorageFault | 'stale-revision';

/** A draft with its document and the changes since, and before as far as they can be undone. */
export interface StoredDraft {
  draft: Draft;
  snapshot: DraftSnapshot;
  changes: DraftChange[];
}

/** Drafts with their documents, changes and attachments; all of strict durability. */
export interface Drafts {
  /** `undefined` also where its document, or a change of it, cannot be read; rejects where the browser does. */
  load(id: string): Promise<StoredDraft | undefined>;
  /**
   * Writes the draft and appends changes. The stored revision must be `draft.rev - 1`, else `stale-revision`:
   * another tab wrote. `compaction`: the document of a new draft, or what takes the place of older changes.
   */
  save(
    draft: Draft,
    changes: readonly DraftChange[],
    compaction?: Compaction,
  ): Promise<Result<void, DraftSaveFault>>;
  remove(id: string): Promise<Result<void, StorageFault>>;
  attachments(draftId: string): Promise<Attachment[]>;
  saveAttachment(attachment: Attachment): Promise<Result<void, StorageFault>>;
  removeAttachment(draftId: string, id: string): Promise<Result<void, StorageFault>>;
}

export const draftStore = (database: Database): Drafts => ({
  load: async (id) => {
    const [draft, snapshot, changes] = await database.read(async (db) => {
      const transaction = db.transaction(['drafts', 'draftSnapshots', 'draftChanges']);
      return Promise.all([
        transaction.objectStore('drafts').get(id),
        transaction.objectStore('draftSnapshots').get(id),
        transaction.objectStore('draftChanges').getAll(allOf(id)),
      ]);
    });
    if (!isSealed(draft) || !isSealed(snapshot) || !changes.every(isSealed)) return undefined;
    return {
      draft: await unseal(draft),
      snapshot: await unseal(snapshot),
      changes: await unsealAll(changes),
    };
  },

  save: async (draft, changes, compaction) => {
    const sealed = listed(draft, await seal(draft, draft.rev));
    const rows = await Promise.all(changes.map((change) => seal(change)));
    const snapshot = compaction && (await seal(compaction.snapshot));
    const written = await database.write(
      ['drafts', 'draftSnapshots', 'draftChanges'],
      'strict',
      async (transaction) => {
        const drafts = transaction.objectStore('drafts');
        const history = transaction.objectStore('draftChanges');
        const stored = await drafts.get(draft.id);
        if ((stored?.rev ?? 0) !== draft.rev - 1) return 'stale-revision';
        await Promise.all([
          drafts.put(sealed, draft.id),
          ...rows.map((row, n) => history.put(row, [draft.id, changes[n]?.seq ?? 0])),
          snapshot && transaction.objectStore('draftSnapshots').put(snapshot, draft.id),
          compaction && history.delete(before(draft.id, compaction.keptFrom)),
        ]);
        return 'saved';
      },
    );
    if (!written.ok) return written;
    return written.value === 'saved' ? ok(undefined) : err(written.value);
  },

  remove: async (id) =>
    database.write([...DRAFT_STORES], 'strict', (transaction) => removeAllOf(transaction, id)),

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

const before = (draftId: string, seq: number): IDBKeyRange =>
  IDBKeyRange.bound([draftId], [draftId, seq], false, true);
