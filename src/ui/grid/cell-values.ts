import type { Attachment, CellField, Edit } from '../../app/form.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import { type Pointer, pointerTo, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { formText, optionText } from '../text/form.ts';
import { showValue } from '../text/value.ts';
import type { CellColumn } from './grid-columns.ts';

/** The value of a row in a column, or of any path from the row. */
export const valueIn = (row: Json | undefined, path: readonly string[]): Json | undefined => {
  let value = row;
  for (const name of path) {
    value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
};

/** A value as it is read in its cell. */
export const cellText = (
  field: CellField,
  value: Json | undefined,
  attachments?: ReadonlyMap<string, Attachment>,
): string => {
  if (typeof value === 'boolean') return value ? formText.yes : formText.no;
  if (field.kind === 'choice') {
    const option = field.options.find((each) => each.value === value);
    if (option) return optionText(option);
  }
  if (field.kind === 'file' && typeof value === 'string') {
    return attachments?.get(value)?.chosen.name ?? value;
  }
  return showValue(field, value);
};

/** A value as it goes to another spreadsheet: codes without their labels, so that it comes back as it was. */
export const copiedText = (field: CellField, value: Json | undefined): string =>
  field.kind === 'choice' ? showValue(field, value) : cellText(field, value);

const holdsNothing = (value: Json | undefined): boolean =>
  value === undefined || (isJsonObject(value) && Object.values(value).every(holdsNothing));

/** Puts a value into a cell, or takes it out with the optional section that then holds nothing. */
export const cellEdit = (
  rowPointer: Pointer,
  row: Json | undefined,
  { column, suffix }: CellColumn,
  value: Json | undefined,
): Extract<Edit, { op: 'set' | 'remove' }> | undefined => {
  const before = valueIn(row, column.path);
  if (before === value) return undefined;
  const pointer = `${rowPointer}${suffix}`;
  if (value !== undefined) return { op: 'set', pointer, value };
  const section = column.section && pointerTo('', ...column.section);
  if (!section || !emptiedBy(valueAt(row, section), suffix.slice(section.length))) {
    return { op: 'remove', pointer };
  }
  return { op: 'remove', pointer: `${rowPointer}${section}` };
};

/** The row with another value in a cell; the same row where the cell holds it already. */
export const rowWith = (row: Json, column: CellColumn, value: Json | undefined): Json => {
  const edit = cellEdit('', row, column, value);
  if (edit?.op === 'set') return withValueAt(row, edit.pointer, edit.value);
  return edit?.op === 'remove' ? withValueAt(row, edit.pointer, undefined) : row;
};

/** Whether nothing is left of a section without the value at the pointer. */
const emptiedBy = (section: Json | undefined, pointer: Pointer): boolean => {
  if (!isJsonObject(section)) return false;
  return Object.entries(section).every(([name, member]) => {
    const at = pointerTo('', name);
    if (at === pointer) return true;
    return pointer.startsWith(`${at}/`)
      ? emptiedBy(member, pointer.slice(at.length))
      : holdsNothing(member);
  });
};
