import type { GridColumn } from './grid-columns.ts';
import type { Sorting } from './row-order.ts';

interface GridHeadProps {
  columns: readonly GridColumn[];
  /** Column of the active cell, -1 where it is in another row. */
  active: number;
  sorting: Sorting | undefined;
}

/** The names of the columns; Enter or a click sorts what is shown. */
export const GridHead = ({ columns, active, sorting }: GridHeadProps) => (
  <tr class="grid-head" aria-rowindex={1}>
    {columns.map(({ suffix, label }, at) => {
      const sorted = sorting?.column === at ? sorting : undefined;
      const way = sorted?.descending ? 'descending' : 'ascending';
      return (
        <th
          key={suffix}
          scope="col"
          class="grid-name"
          aria-colindex={at + 1}
          aria-sort={sorted ? way : 'none'}
          tabIndex={active === at ? 0 : undefined}
          title={label}
        >
          <span>{label}</span>
          {sorted && <span aria-hidden="true">{sorted.descending ? '▼' : '▲'}</span>}
        </th>
      );
    })}
  </tr>
);
