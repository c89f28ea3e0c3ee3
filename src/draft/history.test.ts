import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json.ts';
import { applyEdit, inverseOf } from './edit.ts';
import { change, type OpenDraft, openDraft, redo, undo } from './history.ts';
import { asidePointer } from './payload.ts';
import type { DraftSnapshot, Edit } from './types.ts';

const draft = (document: JsonObject): DraftSnapshot => ({ draftId: 'd1', seq: 0, document });

const withEdits = (open: OpenDraft, ...edits: Edit[]): OpenDraft =>
  edits.reduce((at, edit) => change(at, edit, 0).open, open);

const set = (pointer: string, value: string | number | boolean): Edit => ({
  op: 'set',
  pointer,
  value,
});

it('takes back with an edit what it amended in the record of the draft, and does it again', () => {
  const version = (layoutSha256: string) => ({
    ...{ layoutSha256, notKept: [] },
    layoutSource: 'court' as const,
  });
  const amends = { before: version('old'), after: version('new') };
  const moved = change(openDraft(draft({ a: 1 }), []), set('/a', '1'), 0, amends).open;
  const back = undo(moved, 0);
  expect(back?.change.amends?.after).toEqual(version('old'));
  const again = back && redo(back.open, 0);
  expect(again?.change.amends?.after).toEqual(version('new'));
  expect(again?.open.document).toEqual({ a: '1' });
});

describe('a draft is its snapshot and the changes since', () => {
  it('comes back the same after it is opened again, whatever order the rows are read in', () => {
    const stored = draft({ objeto: 'Compra' });
    const before = withEdits(
      openDraft(stored, []),
      set('/objeto', 'Compra de merenda'),
      { op: 'insert', pointer: '/lote/0', value: { numeroLote: 1 } },
      set('/lote/0/item/descricao', 'arroz'),
      { op: 'remove', pointer: '/objeto' },
    );
    const again = openDraft(stored, [...before.changes].reverse());
    expect(again).toEqual(before);
    expect(again.document).toEqual({ lote: [{ numeroLote: 1, item: { descricao: 'arroz' } }] });
  });

  it('does not make the changes again that the snapshot already holds, and can undo them', () => {
    const add: Edit = { op: 'insert', pointer: '/rows/0', value: 1 };
    const open = withEdits(openDraft(draft({}), []), add, add, add);
    const again = openDraft({ ...draft({ rows: [1, 1] }), seq: 2 }, open.changes);
    expect(again).toEqual(open);
    expect(undo(again, 0)?.open.document).toEqual({ rows: [1, 1] });
    expect(openDraft({ ...draft({}), seq: 3 }, []).lastSeq).toBe(3);
  });
});

describe('undoing', () => {
  it('takes back the last change, then the one before, and redoes them in order', () => {
    let open = withEdits(openDraft(draft({}), []), set('/a', 1), set('/a', 2));
    const step = (act: typeof undo) => {
      const changed = act(open, 0);
      open = changed?.open ?? open;
      return changed && open.document.a;
    };
    expect(step(undo)).toBe(1);
    expect(step(undo)).toBeUndefined();
    expect(step(redo)).toBe(1);
    expect(step(undo)).toBeUndefined();
    expect(step(redo)).toBe(1);
    expect(step(redo)).toBe(2);
    expect(redo(open, 0)).toBeUndefined();
  });

  it('only appends: what was typed stays in the history', () => {
    const open = withEdits(openDraft(draft({}), []), set('/a', 1));
    const undone = undo(open, 5);
    expect(undone?.open.changes.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'edit'],
      [2, 'undo'],
    ]);
  });

  it('forgets what could be redone once something else is typed', () => {
    const open = withEdits(openDraft(draft({}), []), set('/a', 1));
    const undone = undo(open, 0)?.open ?? open;
    expect(redo(undone, 0)).toBeDefined();
    expect(redo(withEdits(undone, set('/b', 2)), 0)).toBeUndefined();
  });

  it('brings a removed row back to its place', () => {
    const open = openDraft(draft({ lote: [1, 2, 3] }), []);
    const removed = withEdits(open, { op: 'remove', pointer: '/lote/1' });
    expect(removed.document).toEqual({ lote: [1, 3] });
    expect(undo(removed, 0)?.open.document).toEqual({ lote: [1, 2, 3] });
  });

  it('takes away the sections that the edit had brought into being', () => {
    const open = withEdits(openDraft(draft({}), []), set('/contrato/valor', 1));
    expect(undo(open, 0)?.open.document).toEqual({});
  });
});

it('the inverse of any edit gives the document back (property)', () => {
  const member = fc.constantFrom('a', 'b', 'c');
  const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean());
  const record = fc.dictionary(member, fc.oneof(leaf, fc.dictionary(member, leaf)));
  const documents = fc.record(
    { rows: fc.array(record, { minLength: 8, maxLength: 10 }), section: record },
    { requiredKeys: ['rows'] },
  );
  const pointers = fc.oneof(
    fc.nat(3).map((index) => `/rows/${index}`),
    fc.constantFrom('/section', '/section/a', '/section/a/b', '/more/c'),
  );
  const single: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ op: fc.constant('set'), pointer: pointers, value: leaf }),
    fc.record({ op: fc.constant('remove'), pointer: pointers }),
    fc.record({
      op: fc.constant('insert'),
      pointer: fc.constantFrom('/rows/0', '/rows/3', '/more/0', '/section/a/0'),
      value: record,
    }),
    fc.constant<Edit>({ op: 'move', from: '/rows', pointer: asidePointer('/rows') }),
  );
  const several = fc
    .array(single, { maxLength: 4 })
    .map((edits): Edit => ({ op: 'several', edits }));
  const edits = fc.oneof(single, several);
  fc.assert(
    fc.property(documents, edits, (document, edit) => {
      const inverse = inverseOf(document, edit);
      expect(applyEdit(applyEdit(document, edit), inverse)).toEqual(document);
    }),
    { seed: 20261121, numRuns: 1000 },
  );
});
