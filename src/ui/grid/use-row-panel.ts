import { useEffect, useState } from 'preact/hooks';
import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';
import { canReveal } from '../form/field-id.ts';
import { columnAt } from './grid-columns.ts';
import { NO_FILTER } from './row-order.ts';
import type { Choosing } from './use-selection.ts';
import type { Table } from './use-table.ts';

/** The row that is open beside the table, and the way to any field of any row. */
export const useRowPanel = (table: Table, { active, choose, focusAgain }: Choosing) => {
  const { form, pointer, rows, columns, faults, order, count, setFiltering } = table;
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

  const openRow = (row: number, at: Pointer) => {
    choose({ row, column: active.column });
    setOpened({ index: table.indexAt(row), at });
  };
  const openedAt = opened && order ? order.indexOf(opened.index) : (opened?.index ?? 0);

  return {
    opened,
    /** Goes to the row shown before or after; after the last comes the first. */
    step: (by: 1 | -1) => {
      const row = (openedAt + by + count) % count;
      openRow(row, pointerTo(pointer, table.indexAt(row)));
    },
    /** Goes to the next row shown that has errors, at the first column of them. */
    toNextFault: () => {
      const places = Array.from({ length: count }, (_, step) => (openedAt + 1 + step) % count);
      const row = places.find((place) => faults.has(table.indexAt(place)));
      if (row === undefined) return;
      const index = table.indexAt(row);
      const suffix = columns[Math.min(...(faults.get(index) ?? []))]?.suffix ?? '';
      const part = `${pointerTo(pointer, index)}${suffix}`;
      const within = [...form.errors.value.byField].find(([at]) => at.startsWith(`${part}/`));
      openRow(row, within?.[0] ?? part);
    },
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
