import type { IDBPTransaction } from 'idb';
import type { Draft } from '../draft/types.ts';
import type { Sealed } from './codec.ts';
import { allOf } from './keys.ts';
import type { EstafetaSchema, ListedDraft } from './schema.ts';

/** Where a draft and what hangs on it lie. */
export const DRAFT_STORES = [
  'drafts',
  'draftSnapshots',
  'draftChanges',
  'draftVersions',
  'draftTexts',
  'attachments',
] as const;

type DraftTransaction = IDBPTransaction<
  EstafetaSchema,
  (typeof DRAFT_STORES)[number][],
  'readwrite'
>;

/** A draft's record with what its indexes need. */
export const listed = ({ id, ambiente, changedAt }: Draft, sealed: Sealed<Draft>): ListedDraft => ({
  ...sealed,
  newest: [ambiente, -changedAt, id],
  changedAt,
});

/** Removes a draft, or what is left of one. */
export const removeAllOf = async (transaction: DraftTransaction, id: string): Promise<void> => {
  await Promise.all([
    transaction.objectStore('drafts').delete(id),
    transaction.objectStore('draftSnapshots').delete(id),
    transaction.objectStore('draftTexts').delete(id),
    ...(['draftChanges', 'draftVersions', 'attachments'] as const).map((store) =>
      transaction.objectStore(store).delete(allOf(id)),
    ),
  ]);
};
