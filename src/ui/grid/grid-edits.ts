import { type ArrayField, type Edit, emptySection } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';
import { copiedText, rowWith, valueIn } from './cell-values.ts';
import type { CellColumn } from './grid-columns.ts';
import { insertRows, replaceRows } from './row-edits.ts';
import { rangeOf, type Selection } from './selection.ts';
import type { Table } from './use-table.ts';

/** The chosen part of a table. */
interface Chosen {
  pointer: Pointer;
  /** All rows, as in the document. */
  rows: readonly Json[];
  /** The chosen rows by their index in the document, in the order shown. */
  indexes: readonly number[];
  /** The chosen columns that hold values. */
  columns: readonly CellColumn[];
}

/** What a selection of the rows shown holds; choosing the number of a row chooses all of it. */
export const chosenOf = (
  { pointer, rows, columns, indexAt }: Pick<Table, 'pointer' | 'rows' | 'columns' | 'indexAt'>,
  selection: Selection,
): Chosen => {
  const { top, bottom, left, right } = rangeOf(selection);
  const length = Math.max(0, bottom - top + 1);
  return {
    ...{ pointer, rows },
    indexes: Array.from({ length }, (_, at) => indexAt(top + at)),
    columns: columns.filter(
      (column, at): column is CellColumn =>
        column.kind === 'cell' && (left === 0 || (left <= at && at <= right)),
    ),
  };
};

const withRows = (
  { pointer, rows, indexes, columns }: Chosen,
  valueFor: (column: CellColumn) => Json | undefined,
): Edit | undefined => {
  const after = [...rows];
  for (const index of indexes) {
    const row = after[index];
    if (row === undefined) continue;
    after[index] = columns.reduce((made, column) => rowWith(made, column, valueFor(column)), row);
  }
  return replaceRows(pointer, rows, after);
};

/** Empties the chosen cells. */
export const clearCells = (chosen: Chosen): Edit | undefined => withRows(chosen, () => undefined);

/** Copies the first chosen row down to the others; with one row chosen, the row shown above it. */
export const copyFromAbove = (chosen: Chosen, above: number | undefined): Edit | undefined => {
  const [first, ...others] = chosen.indexes;
  const several = others.length > 0;
  const source = chosen.rows[(several ? first : above) ?? -1];
  if (source === undefined) return undefined;
  const targets = several ? others : chosen.indexes;
  return withRows({ ...chosen, indexes: targets }, (column) => valueIn(source, column.column.path));
};

/** An empty row at an index. */
export const insertRow = (pointer: Pointer, field: ArrayField, index: number): Edit => ({
  op: 'insert',
  pointer: pointerTo(pointer, index),
  value: emptySection(field.items),
});

/** The index below all of these rows; 0 below none. */
export const indexBelow = (indexes: readonly number[]): number =>
  indexes.reduce((below, index) => Math.max(below, index + 1), 0);

/** The chosen rows once more, together below the last of them. */
export const duplicateRows = ({ pointer, rows, indexes }: Chosen): Edit | undefined => {
  const copies = indexes.flatMap((index) => rows[index] ?? []);
  return insertRows(pointer, rows, indexBelow(indexes), copies);
};

const quotedWhereNeeded = (text: string): string =>
  /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The chosen cells as spreadsheets exchange them: tabs between cells, a line for each row. */
export const copyCells = ({ rows, indexes, columns }: Chosen): string =>
  indexes
    .map((index) =>
      columns
        .map(({ field, column }) => copiedText(field, valueIn(rows[index], column.path)))
        .map(quotedWhereNeeded)
        .join('\t'),
    )
    .join('\n');
