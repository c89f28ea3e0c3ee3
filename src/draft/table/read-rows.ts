import type { Json } from '../../base/json.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';
import type { CellField } from '../../layout/row-shape.ts';
import type { LayoutField } from '../../layout/types.ts';
import { fieldAtTokens } from '../../layout/walk.ts';
import { emptySection } from '../sections.ts';
import {
  byArray,
  cellAt,
  grouped,
  isBlank,
  type LevelColumn,
  type Line,
  linesOfArrays,
} from './line-groups.ts';
import { readCell } from './read-cell.ts';
import { type NumberStyle, numberStyleOf } from './read-number.ts';
import type { TableTarget } from './targets.ts';
import type { CellFault, CellNote, SheetLines } from './types.ts';
import { withCell } from './with-cell.ts';

/** A column of a file that goes to a field. `index`: of the cell in its line. */
export interface ImportedColumn {
  index: number;
  target: TableTarget;
}

/** A cell of a file that could not be read. `line`, `index`: in the lines given, from 0; `pointer`: from the array. */
export interface UnreadFileCell {
  line: number;
  index: number;
  pointer: Pointer;
  text: string;
  fault: CellFault;
}

/** What was supposed in the cells of a column, and how often. */
export interface ColumnNote {
  index: number;
  note: CellNote | 'english-numbers' | 'repeated-lines';
  count: number;
}

/** The rows that the lines of a file make. */
export interface ReadRows {
  rows: Json[];
  faults: UnreadFileCell[];
  notes: ColumnNote[];
}

/**
 * Makes rows of the lines of a file. Where columns go to rows within the rows, lines that follow each other and repeat the
 * row's own columns, or leave them blank, are one row (an export of a payroll has one line for each verba), and what they
 * repeat of an array beside another is one row of it. Empty lines are none. `firstIndex`: of the first row made, in its array.
 */
export const readRows = (
  lines: SheetLines,
  columns: readonly ImportedColumn[],
  items: LayoutField,
  firstIndex: number,
): ReadRows => {
  const styled = columns.map(({ index, target }) => ({
    ...{ index, levels: target.levels, field: target.field },
    style: styleOf(lines, index, target.field),
  }));
  const reading = new Reading();
  const rows = reading.rows(
    lines.map((cells, number) => ({ number, cells })),
    styled,
    items,
    { pointer: '', firstIndex },
  );
  for (const { index, style } of styled)
    if (style === 'english') reading.note(index, 'english-numbers');
  return { rows, faults: reading.faults, notes: [...reading.notes.values()] };
};

const styleOf = (lines: SheetLines, index: number, { kind }: CellField): NumberStyle =>
  kind === 'number' || kind === 'integer'
    ? numberStyleOf(lines.map((cells) => cells[index] ?? ''))
    : 'brazilian';

/** One reading of a file, with what is found on the way. */
class Reading {
  readonly faults: UnreadFileCell[] = [];
  readonly notes = new Map<string, ColumnNote>();

  rows(
    lines: readonly Line[],
    columns: readonly LevelColumn[],
    items: LayoutField,
    { pointer, firstIndex }: { pointer: Pointer; firstIndex: number },
  ): Json[] {
    const own = columns.filter(({ levels }) => levels.length === 1);
    const within = byArray(columns.filter(({ levels }) => levels.length > 1));
    const filled = lines.filter((line) => !isBlank(line, columns));
    const groups = within.length === 0 ? filled.map((line) => [line]) : grouped(filled, own);
    const linesWithin = linesOfArrays(groups, within);
    return groups.map((group, index) => {
      const place = pointerTo(pointer, firstIndex + index);
      const row = this.ownCells(group, own, emptySection(items), place);
      return (linesWithin[index] ?? []).reduce((whole, { columns: deeper, lines, repeated }) => {
        if (repeated > 0) this.note(deeper[0]?.index ?? 0, 'repeated-lines', repeated);
        return this.rowsWithin(lines, deeper, items, { row: whole, place });
      }, row);
    });
  }

  private ownCells(
    [line]: readonly Line[],
    own: readonly LevelColumn[],
    empty: Json,
    place: Pointer,
  ): Json {
    if (!line) return empty;
    return own.reduce((row, { index, levels: [path = []], field, style }) => {
      const cell = cellAt(line, index);
      const { value, fault, note } = readCell(field, cell, style);
      if (note) this.note(index, note);
      if (fault) {
        const pointer = pointerTo(place, ...path);
        this.faults.push({ line: line.number, index, pointer, text: String(cell ?? ''), fault });
      }
      return value === undefined ? row : withCell(row, path, value);
    }, empty);
  }

  private rowsWithin(
    group: readonly Line[],
    columns: readonly LevelColumn[],
    items: LayoutField,
    { row, place }: { row: Json; place: Pointer },
  ): Json {
    const path = columns[0]?.levels[0] ?? [];
    const array = fieldAtTokens(items, path);
    if (array?.kind !== 'array') return row;
    const deeper = columns.map((column) => ({ ...column, levels: column.levels.slice(1) }));
    const pointer = pointerTo(place, ...path);
    const rows = this.rows(group, deeper, array.items, { pointer, firstIndex: 0 });
    return rows.length === 0 ? row : withCell(row, path, rows);
  }

  note(index: number, note: ColumnNote['note'], count = 1): void {
    const key = `${index} ${note}`;
    const known = this.notes.get(key) ?? { index, note, count: 0 };
    this.notes.set(key, { ...known, count: known.count + count });
  }
}
