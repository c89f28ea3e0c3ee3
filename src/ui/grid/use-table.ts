import { useMemo, useState } from 'preact/hooks';
import type { ArrayField, Edit } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { type FieldProps, useForm } from '../form/form-context.ts';
import { gridText as text } from '../text/grade.ts';
import { gridColumnsOf } from './grid-columns.ts';
import { rowFaults } from './row-faults.ts';
import { type Filtering, NO_FILTER, rowOrder, type Sorting } from './row-order.ts';
import { useLinkNames } from './use-link-names.ts';

const NO_ROWS: readonly Json[] = [];

/** The rows of an array with what is known of them, and which are shown in which order. */
export const useTable = ({ field, pointer, value }: FieldProps<ArrayField>) => {
  const form = useForm();
  const rows = Array.isArray(value) ? value : NO_ROWS;
  const readOnly = form.readOnly.value;
  const columns = useMemo(() => gridColumnsOf(field.items, text.row), [field.items]);
  const errors = form.errors.value;
  const faults = useMemo(
    () => rowFaults(errors.byField, pointer, columns),
    [errors, pointer, columns],
  );
  const [sorting, setSorting] = useState<Sorting>();
  const [filtering, setFiltering] = useState<Filtering>(NO_FILTER);
  // An edit of a cell does not move its row: the order is made anew when asked for, or when rows come or go.
  const names = useLinkNames(rows, columns, filtering.text !== '');
  const order = useMemo(
    () => rowOrder(rows, columns, sorting, filtering, faults, names),
    [rows.length, columns, sorting, filtering, names],
  );

  return {
    ...{ form, field, pointer, rows, columns, faults, readOnly },
    ...{ order, sorting, setSorting, filtering, setFiltering },
    /** How many rows are shown. */
    count: order ? order.length : rows.length,
    /** Index in the document of the row at a place among those shown; -1 for the headers. */
    indexAt: (place: number): number => (order && place >= 0 ? (order[place] ?? -1) : place),
    /** Rising, falling, and back to the document's own order. */
    sortBy: (column: number) => {
      if (sorting?.column !== column) setSorting({ column, descending: false });
      else setSorting(sorting.descending ? undefined : { column, descending: true });
    },
    tell: (edit: Edit | undefined) => {
      if (edit && !readOnly) form.onEdit(edit);
    },
  };
};

export type Table = ReturnType<typeof useTable>;
