import { useMemo, useState } from 'preact/hooks';
import type { Json } from '../../base/json.ts';
import type { GridColumn } from './grid-columns.ts';
import type { RowFaults } from './row-faults.ts';
import { type Filtering, NO_FILTER, rowOrder, type Sorting } from './row-order.ts';

/**
 * Which rows are shown and in which order. An edit of a cell does not move its row: the order is made anew when
 * it is asked for or when rows come or go.
 */
export const useOrder = (
  rows: readonly Json[],
  columns: readonly GridColumn[],
  faults: RowFaults,
) => {
  const [sorting, setSorting] = useState<Sorting>();
  const [filtering, setFiltering] = useState<Filtering>(NO_FILTER);
  const order = useMemo(
    () => rowOrder(rows, columns, sorting, filtering, faults),
    [rows.length, columns, sorting, filtering],
  );
  /** Rising, falling, and back to the document's own order. */
  const sortBy = (column: number) => {
    if (sorting?.column !== column) setSorting({ column, descending: false });
    else setSorting(sorting.descending ? undefined : { column, descending: true });
  };
  return { order, sorting, sortBy, setSorting, filtering, setFiltering };
};
