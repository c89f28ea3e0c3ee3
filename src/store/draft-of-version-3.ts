import type { RawRecord } from './rewrite.ts';

/** Where the members of a draft of version 3 that moved are found in its snapshot. */
export const MOVED_MEMBERS = { snapshot: 'document', snapshotSeq: 'seq' } as const;

/** The snapshot of a draft of version 3. */
export const snapshotOf = ({ id, snapshot, snapshotSeq }: RawRecord): RawRecord => ({
  draftId: id,
  seq: snapshotSeq,
  document: snapshot,
});

/** A draft of version 3 without what moved. */
export const withoutSnapshot = ({ snapshot, snapshotSeq, ...draft }: RawRecord): RawRecord => draft;

/** What stands in clear beside a draft since version 4. */
export const listedMembers = ({ id, ambiente, changedAt }: RawRecord): RawRecord => ({
  newest: [ambiente, -Number(changedAt), id],
  changedAt,
});
