import { useEffect, useState } from 'preact/hooks';
import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';
import { canReveal } from '../form/field-id.ts';
import { columnAt } from './grid-columns.ts';
import { NO_FILTER } from './row-order.ts';
import type { Choosing } from './use-selection.ts';
import type { Table } from './use-table.ts';

/** The row that is open beside the table, and the way to any field of any row. */
export const useRowPanel = (table: Table, { active, choose, focusAgain }: Choosing) => {
  const { pointer, rows, columns, order, setFiltering } = table;
  const [opened, setOpened] = useState<{ index: number; at: Pointer }>();
  const [sought, setSought] = useState<Pointer>();

  useEffect(() => canReveal(pointer, setSought), [pointer]);
  useEffect(() => {
    if (sought === undefined) return;
    const [token = '', ...rest] = pointerTokens(sought.slice(pointer.length));
    const index = Number(token);
    // A row just asked for comes with the next document.
    if (index >= rows.length) return;
    const row = order ? order.indexOf(index) : index;
    if (row < 0) return setFiltering(NO_FILTER);
    const column = columnAt(columns, pointerTo('', ...rest));
    choose({ row, column });
    if (columns[column]?.kind === 'rows') setOpened({ index, at: sought });
    setSought(undefined);
  }, [sought, rows.length, order]);

  return {
    opened,
    /** Opens the active row at a field. `suffix`: from the row. */
    open: (suffix: Pointer) => {
      const index = table.indexAt(active.row);
      if (index >= 0) setOpened({ index, at: `${pointerTo(pointer, index)}${suffix}` });
    },
    close: () => {
      setOpened(undefined);
      focusAgain();
    },
    /** Goes to a field of a row, which may be about to come. `suffix`: from the row. */
    goTo: (index: number, suffix: Pointer) => setSought(`${pointerTo(pointer, index)}${suffix}`),
  };
};

export type RowPanelState = ReturnType<typeof useRowPanel>;
