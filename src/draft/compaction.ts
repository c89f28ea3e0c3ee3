import { type OpenDraft, stacks } from './history.ts';
import type { DraftSnapshot, Edit } from './types.ts';

/** From so many edits after the snapshot on, a new one is made: replaying them stays quick. */
const COMPACT_AT = 1000;
/** So many steps back, and forth again, stay whatever was undone and redone between them. */
const KEPT_STEPS = 100;

/** What takes the place of a draft's older rows. */
export interface Compaction {
  snapshot: DraftSnapshot;
  /** `seq` of the first change that stays, to be undone. */
  keptFrom: number;
}

/** The compaction that is due, or `undefined` while few edits came after the snapshot of `snapshotSeq`. */
export const dueCompaction = (
  { draftId, document, changes, lastSeq }: OpenDraft,
  snapshotSeq: number,
): Compaction | undefined => {
  const unheld = changes.filter(({ seq }) => seq > snapshotSeq);
  if (unheld.reduce((sum, { edit }) => sum + sizeOf(edit), 0) < COMPACT_AT) return undefined;
  const { undoable, redoable } = stacks(changes);
  const needed = [...undoable.slice(-KEPT_STEPS), ...redoable.slice(-KEPT_STEPS)];
  return {
    snapshot: { draftId, seq: lastSeq, document },
    keptFrom: Math.min(lastSeq + 1, ...needed.map(({ seq }) => seq)),
  };
};

const sizeOf = (edit: Edit): number =>
  edit.op === 'several' ? edit.edits.reduce((sum, each) => sum + sizeOf(each), 0) : 1;
