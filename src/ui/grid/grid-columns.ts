import {
  type ArrayField,
  type CellField,
  type Column,
  type LayoutField,
  rowShapeOf,
} from '../../app/form.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';

interface ColumnBase {
  /** Pointer from the row to the value; `''` for the column of the row's number. */
  suffix: Pointer;
  label: string;
  /** In rem, at least. */
  width: number;
}

/** The number of the row with its count of errors. */
export interface NumberColumn extends ColumnBase {
  kind: 'number';
}

/** One value of the row. */
export interface CellColumn extends ColumnBase {
  kind: 'cell';
  column: Column;
  field: CellField;
  /** Whether the sum of its values says something. */
  summed: boolean;
}

/** Rows within the row: how many there are, and a way to them. */
export interface RowsColumn extends ColumnBase {
  kind: 'rows';
  path: readonly string[];
  field: ArrayField;
}

export type GridColumn = NumberColumn | CellColumn | RowsColumn;

const WIDTHS: Record<CellField['kind'], number> = {
  text: 13,
  date: 9,
  number: 10,
  integer: 9,
  boolean: 8,
  choice: 13,
  file: 12,
};

/** Whether a field holds the number of an earlier delivery. */
export const isReference = (field: CellField): boolean =>
  field.kind === 'integer' && field.reference !== undefined;

/** Years, codes and numbers of documents are integers, too: only what counts something is summed. */
const COUNTS = /^(quantidade|qtd|valor|total)/i;

const isSummed = ({ kind, name }: CellField): boolean =>
  kind === 'number' || (kind === 'integer' && COUNTS.test(name));

const cellColumn = (column: Column): CellColumn => {
  const { field, label, path } = column;
  const isWide = (field.kind === 'text' && field.long) || isReference(field);
  const width = isWide ? 20 : WIDTHS[field.kind];
  const suffix = pointerTo('', ...path);
  return { kind: 'cell', suffix, label, width, column, field, summed: isSummed(field) };
};

/** The columns of an array's rows, the number of the row first. `items`: `ArrayField.items`. */
export const gridColumnsOf = (items: LayoutField, numberLabel: string): GridColumn[] => {
  const { columns, nested } = rowShapeOf(items);
  return [
    { kind: 'number', suffix: '', label: numberLabel, width: 7.5 },
    ...columns.map(cellColumn),
    ...nested.map(({ path, label, field }): RowsColumn => {
      return { kind: 'rows', suffix: pointerTo('', ...path), label, width: 9, path, field };
    }),
  ];
};

/** The column that shows the value at a pointer from the row, or a part of it, or is a part of it; else 0. */
export const columnAt = (columns: readonly GridColumn[], suffix: Pointer): number => {
  const found = columns.findIndex(
    (column, index) =>
      index > 0 &&
      (column.suffix === suffix ||
        suffix.startsWith(`${column.suffix}/`) ||
        column.suffix.startsWith(`${suffix}/`)),
  );
  return suffix === '' || found < 0 ? 0 : found;
};
