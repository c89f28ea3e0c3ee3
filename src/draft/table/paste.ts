import { isJsonObject, type Json } from '../../base/json.ts';
import { pointerTo } from '../../base/json-pointer.ts';
import type { Column, RowShape } from '../../layout/row-shape.ts';
import { emptySection } from '../sections.ts';
import { readClipboard } from './clipboard.ts';
import { normalised } from './normalised.ts';
import { readCell } from './read-cell.ts';
import { numberStyleOf } from './read-number.ts';
import type { UnreadCell } from './types.ts';
import { withCell } from './with-cell.ts';

/** The rows after a block was pasted into them. */
export interface Pasted {
  /** All rows; those that were not touched are the ones given. */
  rows: Json[];
  faults: UnreadCell[];
  /** The first text of each column of the block for which the table has none. */
  unplaced: string[];
}

/**
 * Puts a block of cells of the clipboard (tabs and lines) into the rows of a table, from a cell on; missing rows are made.
 * Where the first line of several names columns, each goes where it is named, below that cell's row. An empty cell
 * empties the one below it, as in a spreadsheet. `row`, `column`: indexes in `rows` and `shape.columns`.
 */
export const pasteAt = (
  shape: RowShape,
  rows: readonly Json[],
  at: { row: number; column: number },
  text: string,
): Pasted => {
  const block = readClipboard(text);
  const named = block.length > 1 ? columnsNamed(shape, block[0] ?? []) : undefined;
  const width = block.reduce((most, line) => Math.max(most, line.length), 0);
  const columns =
    named ?? Array.from({ length: width }, (_, index) => shape.columns[at.column + index]);
  const lines = named ? block.slice(1) : block;
  const isLeft = (index: number) =>
    !columns[index] && block.some((line) => (line[index] ?? '').trim() !== '');
  return {
    ...pasteLines(shape, rows, at.row, columns, lines),
    unplaced: [...columns.keys()]
      .filter(isLeft)
      .map((index) => block.map((line) => line[index] ?? '').find((cell) => cell !== '') ?? ''),
  };
};

/** The columns that a line names by label or name: all of it but blanks, and two at least, so that it is no line of data. */
const columnsNamed = (
  { columns }: RowShape,
  line: readonly string[],
): (Column | undefined)[] | undefined => {
  const named = line.map((cell) => columns.find((column) => isNamed(column, cell)));
  const count = named.filter(Boolean).length;
  const others = line.filter((cell, index) => cell.trim() !== '' && !named[index]).length;
  const distinct = new Set(named.filter(Boolean)).size === count;
  return distinct && count >= Math.min(2, columns.length) && count > others ? named : undefined;
};

const isNamed = ({ label, path, field }: Column, cell: string): boolean => {
  const name = normalised(cell);
  return (
    name !== '' &&
    [label, field.label, field.name, path.join('.')].some((each) => normalised(each) === name)
  );
};

const pasteLines = (
  shape: RowShape,
  rows: readonly Json[],
  from: number,
  columns: readonly (Column | undefined)[],
  lines: readonly string[][],
): Pick<Pasted, 'rows' | 'faults'> => {
  const styles = columns.map((_, index) => numberStyleOf(lines.map((line) => line[index] ?? '')));
  const pasted = [...rows];
  while (pasted.length < from) pasted.push(newRow(shape));
  const faults: UnreadCell[] = [];
  for (const [offset, line] of lines.entries()) {
    const index = from + offset;
    let row = pasted[index] ?? newRow(shape);
    if (isJsonObject(row)) row = { ...row };
    for (const [cellIndex, cell] of line.entries()) {
      const column = columns[cellIndex];
      if (!column) continue;
      const { value, fault } = readCell(column.field, cell, styles[cellIndex]);
      row = withCell(row, column.path, value);
      if (fault) faults.push({ pointer: pointerTo('', index, ...column.path), text: cell, fault });
    }
    pasted[index] = row;
  }
  return { rows: pasted, faults };
};

/** A row without values, with the rows in it that it cannot do without. */
const newRow = ({ columns, nested }: RowShape): Json => {
  if (columns[0]?.path.length === 0) return '';
  const needed = nested.filter(({ path, field }) => path.length === 1 && field.required);
  return Object.fromEntries(needed.map(({ field }) => [field.name, emptySection(field)]));
};
