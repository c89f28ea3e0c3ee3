import type { CellField } from '../../layout/row-shape.ts';
import type { NumberStyle } from './read-number.ts';
import type { SheetCell } from './types.ts';

/** A line of a file. `number`: from 0. */
export interface Line {
  number: number;
  cells: readonly SheetCell[];
}

/** A column as seen from the rows being made: `levels` begins there. */
export interface LevelColumn {
  index: number;
  levels: readonly (readonly string[])[];
  field: CellField;
  style: NumberStyle;
}

/** The lines of one row that make the rows of an array in it. */
interface ArrayLines {
  columns: readonly LevelColumn[];
  lines: readonly Line[];
  /** How many more lines there were that only repeat others. */
  repeated: number;
}

/** The cell of a line in a column, without outer blanks. */
export const cellAt = ({ cells }: Line, index: number): SheetCell => {
  const cell = cells[index] ?? (cells[index] === null ? null : '');
  return typeof cell === 'string' ? cell.trim() : cell;
};

/** Whether a line says nothing in some columns. */
export const isBlank = (line: Line, columns: readonly LevelColumn[]): boolean =>
  columns.every(({ index }) => cellAt(line, index) === '');

const repeats = (line: Line, first: Line, columns: readonly LevelColumn[]): boolean =>
  columns.every(({ index }) => ['', cellAt(first, index)].includes(cellAt(line, index)));

/** Lines that are one row. */
export const grouped = (lines: readonly Line[], own: readonly LevelColumn[]): Line[][] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group?.[0] && repeats(line, group[0], own)) group.push(line);
    else groups.push([line]);
  }
  return groups;
};

/** Columns apart by the rows within the row that they go to. */
export const byArray = (columns: readonly LevelColumn[]): LevelColumn[][] => {
  const arrayOf = ({ levels }: LevelColumn): string => (levels[0] ?? []).join('.');
  return [...new Set(columns.map(arrayOf))].map((array) =>
    columns.filter((column) => arrayOf(column) === array),
  );
};

/**
 * Which lines make the rows of each array, for each group of lines that is one row. An export repeats what stands in one
 * array beside the rows of another (a payroll, its pension beside each verba; a join of two, all with all): there a line
 * that repeats another is no row. It is one where it says nothing of the other arrays, and where no other array changes in
 * its group: of what a file counts line by line, two equal ones are two.
 */
export const linesOfArrays = (
  groups: readonly (readonly Line[])[],
  arrays: readonly (readonly LevelColumn[])[],
): ArrayLines[][] => {
  if (arrays.length < 2) {
    return groups.map((lines) => arrays.map((columns) => ({ columns, lines, repeated: 0 })));
  }
  const changing = groups.map((lines) => arrays.filter((columns) => changes(lines, columns)));
  const inFile = [...new Set(changing.flat())];
  return changing.map((inGroup, at) => {
    const lines = groups[at] ?? [];
    const changed = inGroup.length === 0 ? inFile : inGroup;
    const counted = changed.length === 1 ? changed[0] : undefined;
    return arrays.map((columns) =>
      columns === counted
        ? { columns, lines, repeated: 0 }
        : onceEach(lines, columns, arrays.filter((each) => each !== columns).flat()),
    );
  });
};

const saidIn = (line: Line, columns: readonly LevelColumn[]): string =>
  JSON.stringify(columns.map(({ index }) => cellAt(line, index)));

const changes = (lines: readonly Line[], columns: readonly LevelColumn[]): boolean => {
  const [first, ...others] = lines.filter((line) => !isBlank(line, columns));
  return first !== undefined && others.some((line) => !repeats(line, first, columns));
};

const onceEach = (
  lines: readonly Line[],
  columns: readonly LevelColumn[],
  others: readonly LevelColumn[],
): ArrayLines => {
  const said = new Set<string>();
  const filled = lines.filter((line) => !isBlank(line, columns));
  const kept = filled.filter((line) => {
    const isNew = !said.has(saidIn(line, columns));
    said.add(saidIn(line, columns));
    return isNew || isBlank(line, others);
  });
  return { columns, lines: kept, repeated: filled.length - kept.length };
};
