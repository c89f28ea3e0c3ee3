import type { Pointer } from '../../base/json-pointer.ts';
import type { FormErrors } from '../form/entries-by-field.ts';
import { columnAt, type GridColumn } from './grid-columns.ts';
import type { Place } from './selection.ts';

/** The columns of each row that something is wrong in, one for each error, by the row's index in the document. */
export type RowFaults = ReadonlyMap<number, readonly number[]>;

/** The errors below an array, by row and column. */
export const rowFaults = (
  errors: FormErrors['byField'],
  pointer: Pointer,
  columns: readonly GridColumn[],
): RowFaults => {
  const byRow = new Map<number, number[]>();
  const known = new Map<Pointer, number>();
  const columnOf = (suffix: Pointer): number => {
    const column = known.get(suffix) ?? columnAt(columns, suffix);
    known.set(suffix, column);
    return column;
  };
  const start = `${pointer}/`;
  for (const [at, entries] of errors) {
    if (!at.startsWith(start)) continue;
    const end = at.indexOf('/', start.length);
    const row = Number(at.slice(start.length, end < 0 ? undefined : end));
    const column = columnOf(end < 0 ? '' : at.slice(end));
    const faults = byRow.get(row) ?? [];
    for (const _ of entries) faults.push(column);
    byRow.set(row, faults);
  }
  return byRow;
};

/** The next cell with an error after a place, row by row as shown; after the last the first again. */
export const nextFault = (
  faults: RowFaults,
  order: readonly number[] | undefined,
  rowCount: number,
  from: Place,
): Place | undefined => {
  const indexes = order ?? Array.from({ length: rowCount }, (_, index) => index);
  const places = indexes.flatMap((index, row) =>
    [...new Set(faults.get(index))].sort((a, b) => a - b).map((column) => ({ row, column })),
  );
  const isAfter = ({ row, column }: Place) =>
    row > from.row || (row === from.row && column > from.column);
  return places.find(isAfter) ?? places[0];
};
