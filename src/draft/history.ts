import type { JsonObject } from '../base/json.ts';
import { applyEdit, inverseOf } from './edit.ts';
import type { DraftChange, DraftSnapshot, Edit } from './types.ts';

/** A draft in the hand: its document now, and its last changes. */
export interface OpenDraft {
  draftId: string;
  document: JsonObject;
  /** In order of `seq`; those that the snapshot holds are kept to be undone. */
  changes: readonly DraftChange[];
  /** `seq` of the last change; 0 for none. */
  lastSeq: number;
}

/** Replays the changes that a snapshot does not hold; `kept`: in any order. */
export const openDraft = (
  { draftId, seq, document }: DraftSnapshot,
  kept: readonly DraftChange[],
): OpenDraft => {
  const changes = kept.toSorted((a, b) => a.seq - b.seq);
  return {
    draftId,
    document: changes
      .filter((change) => change.seq > seq)
      .reduce((before, { edit }) => applyEdit(before, edit), document),
    changes,
    lastSeq: Math.max(seq, changes.at(-1)?.seq ?? 0),
  };
};

/** The draft after one more change, and that change, to be written down. */
export interface Changed {
  open: OpenDraft;
  change: DraftChange;
}

const append = (
  open: OpenDraft,
  step: Omit<DraftChange, 'draftId' | 'seq' | 'at'>,
  at: number,
): Changed => {
  const change = { draftId: open.draftId, seq: open.lastSeq + 1, at, ...step };
  const document = applyEdit(open.document, change.edit);
  const changes = [...open.changes, change];
  return { open: { ...open, document, changes, lastSeq: change.seq }, change };
};

/** Applies an edit. `at`: epoch ms UTC. `amends`: what changes in the draft's record with it. */
export const change = (
  open: OpenDraft,
  edit: Edit,
  at: number,
  amends?: DraftChange['amends'],
): Changed => {
  const inverse = inverseOf(open.document, edit);
  return append(open, { kind: 'edit', edit, inverse, ...(amends && { amends }) }, at);
};

/** What can be undone and redone, the next one last. */
export const stacks = (changes: readonly DraftChange[]) => {
  const undoable: DraftChange[] = [];
  let redoable: DraftChange[] = [];
  for (const each of changes) {
    if (each.kind === 'undo') {
      undoable.pop();
      redoable.push(each);
      continue;
    }
    if (each.kind === 'redo') redoable.pop();
    else redoable = [];
    undoable.push(each);
  }
  return { undoable, redoable };
};

const takeBack = (
  open: OpenDraft,
  target: DraftChange | undefined,
  kind: 'undo' | 'redo',
  at: number,
): Changed | undefined =>
  target &&
  append(open, { kind, edit: target.inverse, inverse: target.edit, ...takenBack(target) }, at);

const takenBack = ({ amends }: DraftChange): Pick<DraftChange, 'amends'> =>
  amends ? { amends: { before: amends.after, after: amends.before } } : {};

/** Takes the last change back; `undefined` where there is none since the oldest one kept. */
export const undo = (open: OpenDraft, at: number): Changed | undefined =>
  takeBack(open, stacks(open.changes).undoable.at(-1), 'undo', at);

/** Brings the last undone change again; `undefined` where nothing was undone, or something else was done since. */
export const redo = (open: OpenDraft, at: number): Changed | undefined =>
  takeBack(open, stacks(open.changes).redoable.at(-1), 'redo', at);
