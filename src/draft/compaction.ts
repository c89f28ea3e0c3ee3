import { applyEdit } from './edit.ts';
import type { Draft, DraftChange } from './types.ts';

/** From this many changes on, the older ones go into the snapshot. */
const COMPACT_AT = 1000;
/** Changes that stay apart after it, to be undone. */
const KEPT = 200;

/**
 * A draft whose snapshot holds all but the last `KEPT` of its changes, or `undefined` while they are few.
 * Changes up to its `snapshotSeq` may then be deleted, in the same transaction.
 */
export const compacted = (draft: Draft, changes: readonly DraftChange[]): Draft | undefined => {
  if (changes.length < COMPACT_AT) return undefined;
  const folded = changes.slice(0, -KEPT);
  return {
    ...draft,
    snapshot: folded.reduce((document, { edit }) => applyEdit(document, edit), draft.snapshot),
    snapshotSeq: folded.at(-1)?.seq ?? draft.snapshotSeq,
  };
};
