import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import {
  type Pointer,
  pointerTo,
  pointerTokens,
  valueAt,
  withValueAt,
} from '../base/json-pointer.ts';
import type { Edit } from './types.ts';

const ownerOf = (pointer: Pointer): Pointer =>
  pointerTo('', ...pointerTokens(pointer).slice(0, -1));

const put = (document: JsonObject, pointer: Pointer, value: Json | undefined): JsonObject => {
  const changed = withValueAt(document, pointer, value);
  return isJsonObject(changed) ? changed : {};
};

const insert = (document: JsonObject, pointer: Pointer, value: Json): JsonObject => {
  const rows = valueAt(document, ownerOf(pointer));
  const before = Array.isArray(rows) ? rows : [];
  const index = Number(pointerTokens(pointer).at(-1));
  return put(document, ownerOf(pointer), before.toSpliced(index, 0, value));
};

/** The document after the edit; parts that are not touched are shared with the one given. */
export const applyEdit = (document: JsonObject, edit: Edit): JsonObject => {
  switch (edit.op) {
    case 'set':
      return put(document, edit.pointer, edit.value);
    case 'remove':
      return valueAt(document, edit.pointer) === undefined
        ? document
        : put(document, edit.pointer, undefined);
    case 'insert':
      return insert(document, edit.pointer, edit.value);
    case 'move': {
      const value = valueAt(document, edit.from);
      if (value === undefined) return document;
      return put(put(document, edit.from, undefined), edit.pointer, value);
    }
    case 'several':
      return edit.edits.reduce(applyEdit, document);
  }
};

/** The outermost part that a `set` at the pointer brings into being or replaces. */
const touched = (document: JsonObject, pointer: Pointer): Pointer => {
  const owner = valueAt(document, ownerOf(pointer));
  const fits = pointer === '' || Array.isArray(owner) || isJsonObject(owner);
  return fits ? pointer : touched(document, ownerOf(pointer));
};

const restore = (document: JsonObject, pointer: Pointer): Edit => {
  const before = valueAt(document, pointer);
  return before === undefined ? { op: 'remove', pointer } : { op: 'set', pointer, value: before };
};

/** The edit that gives this document back once `edit` was applied to it. */
export const inverseOf = (document: JsonObject, edit: Edit): Edit => {
  if (edit.op === 'several') return inverseOfAll(document, edit.edits);
  const isRow = Array.isArray(valueAt(document, ownerOf(edit.pointer)));
  switch (edit.op) {
    case 'set':
      return restore(document, touched(document, edit.pointer));
    case 'insert':
      return isRow
        ? { op: 'remove', pointer: edit.pointer }
        : restore(document, touched(document, ownerOf(edit.pointer)));
    case 'remove': {
      const value = valueAt(document, edit.pointer);
      return isRow && value !== undefined
        ? { op: 'insert', pointer: edit.pointer, value }
        : restore(document, edit.pointer);
    }
    case 'move':
      return moveBack(document, edit);
  }
};

const NOTHING: Edit = { op: 'several', edits: [] };

const moveBack = (document: JsonObject, { from, pointer }: Extract<Edit, { op: 'move' }>): Edit => {
  if (valueAt(document, from) === undefined) return NOTHING;
  const back: Edit = { op: 'move', from: pointer, pointer: from };
  const covered = valueAt(document, pointer);
  if (covered === undefined) return back;
  return { op: 'several', edits: [back, { op: 'set', pointer, value: covered }] };
};

const inverseOfAll = (document: JsonObject, edits: readonly Edit[]): Edit => {
  const inverses: Edit[] = [];
  let current = document;
  for (const edit of edits) {
    inverses.unshift(inverseOf(current, edit));
    current = applyEdit(current, edit);
  }
  return { op: 'several', edits: inverses };
};
