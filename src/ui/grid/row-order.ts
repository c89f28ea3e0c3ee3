import type { Json } from '../../base/json.ts';
import { folded } from '../../base/text-comparison.ts';
import { cellText, valueIn } from './cell-values.ts';
import { type CellColumn, type GridColumn, isReference } from './grid-columns.ts';
import type { RowFaults } from './row-faults.ts';
import type { LinkNames } from './use-link-names.ts';

export interface Sorting {
  /** Index of the column. */
  column: number;
  descending: boolean;
}

export interface Filtering {
  /** Index of the column to look in; 0 for all. */
  column: number;
  text: string;
  /** Only rows with errors. */
  faulty: boolean;
}

export const NO_FILTER: Filtering = { column: 0, text: '', faulty: false };

const collator = new Intl.Collator('pt-BR', { numeric: true });

const textOf = (row: Json, column: CellColumn): string =>
  cellText(column.field, valueIn(row, column.column.path));

/** What stands in a cell, and the name of the delivery whose number that is. */
const foundIn = (row: Json, column: CellColumn, names: LinkNames): string => {
  const value = isReference(column.field) ? valueIn(row, column.column.path) : undefined;
  const name = typeof value === 'number' ? names.get(value) : undefined;
  const text = textOf(row, column);
  return name === undefined ? text : `${text} ${name}`;
};

const isFound = (
  row: Json,
  columns: readonly GridColumn[],
  { column, text }: Filtering,
  names: LinkNames,
): boolean => {
  if (text === '') return true;
  const wanted = folded(text);
  return columns.some(
    (each, index) =>
      each.kind === 'cell' &&
      (column === 0 || column === index) &&
      folded(foundIn(row, each, names)).includes(wanted),
  );
};

/** Sorted by the column of numbers, the rows with most errors come first. */
const keyOf = (row: Json, column: GridColumn, faults: number): string | number => {
  if (column.kind === 'number') return -faults;
  if (column.kind === 'rows') {
    const rows = valueIn(row, column.path);
    return Array.isArray(rows) ? rows.length : 0;
  }
  const value = valueIn(row, column.column.path);
  return typeof value === 'number' ? value : textOf(row, column);
};

/** Empty cells come last, whichever way. */
const compareKeys = (one: string | number, other: string | number, sign: number): number => {
  if (one === other) return 0;
  if (one === '') return 1;
  if (other === '') return -1;
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * collator.compare(String(one), String(other));
};

/**
 * The indexes of the rows to show, in the order to show them; `undefined`: all, as they stand in the document.
 * The document's own order never changes.
 */
export const rowOrder = (
  rows: readonly Json[],
  columns: readonly GridColumn[],
  sorting: Sorting | undefined,
  filtering: Filtering,
  faults: RowFaults,
  names: LinkNames,
): readonly number[] | undefined => {
  const column = sorting && columns[sorting.column];
  if (!column && filtering.text === '' && !filtering.faulty) return undefined;
  const shown = rows.flatMap((row, index) =>
    isFound(row, columns, filtering, names) && (!filtering.faulty || faults.has(index))
      ? [index]
      : [],
  );
  if (!sorting || !column) return shown;
  const sign = sorting.descending ? -1 : 1;
  const keys = rows.map((row, index) => keyOf(row, column, faults.get(index)?.length ?? 0));
  return shown.sort((a, b) => compareKeys(keys[a] ?? '', keys[b] ?? '', sign));
};

/** The sum of what is shown in a column. Compensated (Neumaier), so that ten thousand cents add up. */
export const sumOf = (
  rows: readonly Json[],
  order: readonly number[] | undefined,
  column: CellColumn,
): number => {
  let sum = 0;
  let lost = 0;
  const add = (row: Json | undefined) => {
    const value = valueIn(row, column.column.path);
    if (typeof value !== 'number') return;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  };
  if (order) for (const index of order) add(rows[index]);
  else for (const row of rows) add(row);
  return Number((sum + lost).toFixed(6));
};
