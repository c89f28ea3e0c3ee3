import type { ArrayField, Edit } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';

/** From this many rows on it is cheaper to write the whole array than each row. */
const WHOLE = 200;

/** Several rows put in the place of others; rows beyond the end are added. */
export const replaceRows = (
  pointer: Pointer,
  before: readonly Json[],
  after: readonly Json[],
): Edit | undefined => {
  const edits = after.flatMap((value, index): Edit[] => {
    if (value === before[index]) return [];
    const at = pointerTo(pointer, index);
    return [{ op: index < before.length ? 'set' : 'insert', pointer: at, value }];
  });
  if (edits.length === 0) return undefined;
  return edits.length > WHOLE
    ? { op: 'set', pointer, value: [...after] }
    : { op: 'several', edits };
};

/** Rows put in, together, from an index on. */
export const insertRows = (
  pointer: Pointer,
  rows: readonly Json[],
  index: number,
  added: readonly Json[],
): Edit | undefined => {
  if (added.length === 0) return undefined;
  if (added.length > WHOLE) {
    return { op: 'set', pointer, value: [...rows.slice(0, index), ...added, ...rows.slice(index)] };
  }
  return {
    op: 'several',
    edits: added.map((value, at) => ({
      op: 'insert',
      pointer: pointerTo(pointer, index + at),
      value,
    })),
  };
};

/** Rows taken out by their indexes; an optional array without rows is left out: the court would ask for its first. */
export const removeRows = (
  pointer: Pointer,
  field: ArrayField,
  rows: readonly Json[],
  indexes: readonly number[],
): Edit | undefined => {
  const gone = new Set(indexes);
  if (gone.size === 0) return undefined;
  if (gone.size === rows.length && !field.required) return { op: 'remove', pointer };
  if (gone.size > WHOLE) {
    return { op: 'set', pointer, value: rows.filter((_, index) => !gone.has(index)) };
  }
  const fromTheEnd = [...gone].sort((a, b) => b - a);
  return {
    op: 'several',
    edits: fromTheEnd.map((index) => ({ op: 'remove', pointer: pointerTo(pointer, index) })),
  };
};
