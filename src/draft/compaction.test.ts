import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueCompaction } from './compaction.ts';
import { change, type OpenDraft, openDraft, redo, undo } from './history.ts';
import type { DraftChange, DraftSnapshot, Edit } from './types.ts';

const EMPTY: DraftSnapshot = { draftId: 'd1', seq: 0, document: { rows: [] } };
const begun = openDraft(EMPTY, []);

const addRow = (value: number): Edit => ({ op: 'insert', pointer: '/rows/0', value });
const added = (open: OpenDraft, count: number): OpenDraft =>
  Array.from({ length: count }).reduce<OpenDraft>(
    (at) => change(at, addRow(at.lastSeq + 1), 0).open,
    open,
  );
const steps =
  (step: typeof undo) =>
  (open: OpenDraft, times: number): OpenDraft =>
    Array.from({ length: times }).reduce<OpenDraft>((at) => step(at, 0)?.open ?? at, open);

type Kept = { snapshot: DraftSnapshot; changes: readonly DraftChange[] };

/** What is kept of a draft, compacted where that is due. */
const keptOf = (open: OpenDraft, snapshot: DraftSnapshot): Kept => {
  const due = dueCompaction(open, snapshot.seq);
  if (!due) return { snapshot, changes: open.changes };
  return {
    snapshot: due.snapshot,
    changes: open.changes.filter(({ seq }) => seq >= due.keptFrom),
  };
};

describe('compaction', () => {
  it('lets the changes alone while they are few', () => {
    expect(dueCompaction(added(begun, 999), 0)).toBeUndefined();
  });

  it('puts the document as it is in the place of what nobody will take back', () => {
    const open = added(begun, 1000);
    const due = dueCompaction(open, 0);
    expect(due?.snapshot).toEqual({ draftId: 'd1', seq: 1000, document: open.document });
    expect(due?.keptFrom).toBe(901);
  });

  it('is not due again before as many changes came after the snapshot', () => {
    expect(dueCompaction(added(begun, 1500), 1000)).toBeUndefined();
    expect(dueCompaction(added(begun, 2000), 1000)?.snapshot.seq).toBe(2000);
  });

  it('is due at once after an edit of a thousand rows', () => {
    const edits = Array.from({ length: 1000 }, (_, n) => addRow(n));
    const pasted = change(begun, { op: 'several', edits }, 0).open;
    expect(dueCompaction(pasted, 0)?.keptFrom).toBe(1);
    expect(undo(pasted, 0)?.open.document).toEqual({ rows: [] });
  });

  it('leaves the last 100 steps back and forth, however often the draft was opened again (property)', () => {
    const acts = { edit: added, undo: steps(undo), redo: steps(redo) };
    const bursts = fc.array(
      fc.tuple(fc.constantFrom('edit', 'undo', 'redo'), fc.integer({ min: 1, max: 700 })),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(bursts, (made) => {
        let kept: Kept = { snapshot: EMPTY, changes: [] };
        for (const [kind, times] of made) {
          const open = acts[kind](openDraft(kept.snapshot, kept.changes), times);
          kept = keptOf(open, kept.snapshot);
          const again = openDraft(kept.snapshot, kept.changes);
          expect(again.document).toEqual(open.document);
          for (const step of [steps(undo), steps(redo)]) {
            expect(step(again, 100).document).toEqual(step(open, 100).document);
          }
        }
      }),
      {
        seed: 20261122,
        numRuns: 40,
        examples: [
          [
            [
              ['edit', 700],
              ['undo', 300],
            ],
          ],
        ],
      },
    );
  });
});
