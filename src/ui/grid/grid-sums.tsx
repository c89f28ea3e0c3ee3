import { useEffect, useState } from 'preact/hooks';
import { showText } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { gridText as text } from '../text/grade.ts';
import type { GridColumn } from './grid-columns.ts';
import { cutClass } from './grid-row.tsx';
import { sumOf } from './row-order.ts';

/** After the last change, in ms: sums are for the eye that has stopped to read. */
const PAUSE = 250;

interface GridSumsProps {
  columns: readonly GridColumn[];
  rows: readonly Json[];
  order: readonly number[] | undefined;
  /** How many rows are above it, the names of the columns among them. */
  above: number;
  /** Columns whose numbers are not whole in view; -1 for none. */
  cutLeft: number;
  cutRight: number;
}

/** The sums of what is shown, below the columns that count something. */
export const GridSums = ({ columns, rows, order, above, ...cut }: GridSumsProps) => {
  const sumsNow = () =>
    columns.map((column) =>
      column.kind === 'cell' && column.summed
        ? showText(column.field, sumOf(rows, order, column))
        : '',
    );
  const [sums, setSums] = useState(sumsNow);
  useEffect(() => {
    const timer = setTimeout(() => setSums(sumsNow()), PAUSE);
    return () => clearTimeout(timer);
  }, [rows, order, columns]);
  return (
    <tr class="grid-sums" aria-rowindex={above + 1}>
      {columns.map(({ suffix }, at) => {
        const Frame = at === 0 ? 'th' : 'td';
        return (
          <Frame
            key={suffix}
            scope={at === 0 ? 'row' : undefined}
            class={`grid-cell ${sums[at] ? cutClass(at, cut) : ''}`}
            aria-colindex={at + 1}
          >
            <span class="grid-text">{at === 0 ? text.total : sums[at]}</span>
          </Frame>
        );
      })}
    </tr>
  );
};
