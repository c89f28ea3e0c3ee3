/** A cell by its place in what is shown; row -1 is the row of the column headers, column 0 the row's number. */
export interface Place {
  row: number;
  column: number;
}

/** The cells between two corners; the active one has the focus. */
export interface Selection {
  active: Place;
  anchor: Place;
}

/** How many there are; `page`: how many rows a page down goes. */
export interface Size {
  rows: number;
  columns: number;
  page: number;
}

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row-start'
  | 'row-end'
  | 'top'
  | 'bottom'
  | 'first'
  | 'last'
  | 'page-up'
  | 'page-down'
  | 'next'
  | 'previous';

const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/** Where a step leads; at an edge it stays. `next` and `previous` go on to the neighbouring row. */
export const moved = ({ row, column }: Place, step: Step, size: Size): Place => {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (toRow: number, toColumn: number): Place => ({
    row: clamp(toRow, -1, last.row),
    column: clamp(toColumn, 0, last.column),
  });
  switch (step) {
    case 'up':
      return to(row - 1, column);
    case 'down':
      return to(row + 1, column);
    case 'left':
      return to(row, column - 1);
    case 'right':
      return to(row, column + 1);
    case 'row-start':
      return to(row, 0);
    case 'row-end':
      return to(row, last.column);
    case 'top':
      return to(0, column);
    case 'bottom':
      return to(last.row, column);
    case 'first':
      return to(0, 1);
    case 'last':
      return to(last.row, last.column);
    case 'page-up':
      return to(Math.max(0, row - size.page), column);
    case 'page-down':
      return to(row + size.page, column);
    case 'next':
      return column < last.column || row === last.row ? to(row, column + 1) : to(row + 1, 1);
    case 'previous':
      return column > 1 || row <= 0 ? to(row, Math.max(1, column - 1)) : to(row - 1, last.column);
  }
};

export const samePlace = (one: Place, other: Place): boolean =>
  one.row === other.row && one.column === other.column;

/** The rows and columns of a selection, both ends included; the headers are never part of it. */
export const rangeOf = ({ active, anchor }: Selection) => ({
  top: Math.max(0, Math.min(active.row, anchor.row)),
  bottom: Math.max(active.row, anchor.row),
  left: Math.min(active.column, anchor.column),
  right: Math.max(active.column, anchor.column),
});
