import { useId, useRef } from 'preact/hooks';
import type { ArrayField } from '../../app/form.ts';
import { pointerTo } from '../../base/json-pointer.ts';
import type { PartProps } from '../form/form-context.ts';
import { gridText as text } from '../text/grade.ts';
import { cellSentences } from './cell-sentences.ts';
import type { GridColumn } from './grid-columns.ts';
import { GridFilter } from './grid-filter.tsx';
import { GridHead } from './grid-head.tsx';
import { GridKeys } from './grid-keys.tsx';
import { GridRow } from './grid-row.tsx';
import { GridSums } from './grid-sums.tsx';
import { GridToolbar } from './grid-toolbar.tsx';
import { RowPanel } from './row-panel.tsx';
import { rangeOf } from './selection.ts';
import { useClipboard } from './use-clipboard.ts';
import { useCommands } from './use-commands.ts';
import { useEditing } from './use-editing.ts';
import { useLarge } from './use-large.ts';
import { useMouse } from './use-mouse.ts';
import { useRowPanel } from './use-row-panel.ts';
import { useSelection } from './use-selection.ts';
import { useTable } from './use-table.ts';
import { useWindow } from './use-window.ts';

/** With so few rows all are in view: there is nothing to look for. */
const FEW = 5;

/** ARIA in HTML allows this role on a table, and its rows and cells then mean what they must. */
const gridRole = (readOnly: boolean) =>
  ({ role: 'grid', 'aria-multiselectable': true, 'aria-readonly': readOnly }) as const;

/** Every row is a grid of its own; these make their columns the same. */
const widthsOf = (columns: readonly GridColumn[]) => ({
  '--grid-columns': columns.map(({ width }) => `minmax(${width}rem, ${width}fr)`).join(' '),
  '--grid-width': `${columns.reduce((sum, { width }) => sum + width, 0)}rem`,
});

/** The rows of an array as a table that shows only those in view, with the keys of a spreadsheet. */
export const Grid = ({ Member, ...place }: PartProps<ArrayField>) => {
  const { field, pointer } = place;
  const id = useId();
  const root = useRef<HTMLTableElement>(null);
  const table = useTable(place);
  const { form, rows, columns, faults, readOnly, order, sorting, count } = table;
  const { first, end, page, cutLeft, cutRight, look } = useWindow(root, count);
  const large = useLarge();
  const choosing = useSelection(root, count);
  const { active } = choosing;
  const editing = useEditing(table, active);
  const panel = useRowPanel(table, choosing);
  const { perform, onKeyDown } = useCommands(table, choosing, editing, panel, page);
  const mouse = useMouse(root, table, choosing, editing, panel);
  const { said, onCopy, onPaste } = useClipboard(table, choosing, editing);

  const range = rangeOf(choosing.selection);
  const hasChosen = active.row >= 0;
  const inView = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  // The focus must not vanish with its row.
  const places = hasChosen && !inView.includes(active.row) ? [...inView, active.row] : inView;
  const hasSums = count > 0 && columns.some((column) => column.kind === 'cell' && column.summed);
  const index = table.indexAt(active.row);
  const sentences = cellSentences(
    form,
    columns,
    active.column,
    pointerTo(pointer, index),
    rows[index],
  );

  return (
    <div class="grid-part" {...large.props}>
      {large.isLarge && <strong>{field.label}</strong>}
      <GridToolbar
        label={field.label}
        readOnly={readOnly}
        chosen={hasChosen ? range.bottom - range.top + 1 : 0}
        hasFaults={faults.size > 0}
        onCommand={perform}
        onOpen={() => panel.open('')}
        isLarge={large.isLarge}
        onLarge={large.toggle}
      />
      {(rows.length > FEW || order) && (
        <GridFilter
          {...{ columns, sorting }}
          filtering={table.filtering}
          hasFaults={faults.size > 0}
          shown={count}
          all={rows.length}
          onFilter={table.setFiltering}
          onUnsort={() => table.setSorting(undefined)}
        />
      )}
      <table
        ref={root}
        {...gridRole(readOnly)}
        class="grid"
        aria-label={field.label}
        aria-rowcount={count + (hasSums ? 2 : 1)}
        aria-colcount={columns.length}
        aria-describedby={`${id}-teclas`}
        style={widthsOf(columns)}
        {...mouse}
        {...{ onKeyDown, onCopy, onPaste }}
        onCut={onCopy}
        onScroll={look}
      >
        <thead>
          <GridHead {...{ columns, sorting }} active={hasChosen ? -1 : active.column} />
        </thead>
        <tbody class="grid-body" style={{ height: `calc(${count} * var(--grid-row))` }}>
          {places.map((at) => {
            const isActive = at === active.row;
            const isChosen = hasChosen && range.top <= at && at <= range.bottom;
            const row = rows[table.indexAt(at)];
            return (
              row !== undefined && (
                <GridRow
                  key={at}
                  {...{ columns, row, cutLeft, cutRight }}
                  index={table.indexAt(at)}
                  place={at}
                  faults={faults.get(table.indexAt(at))}
                  active={isActive ? active.column : -1}
                  left={isChosen ? range.left : -1}
                  right={isChosen ? range.right : -1}
                  how={isActive ? editing.how : undefined}
                  attachments={form.attachments.value}
                  describedBy={`${id}-erros`}
                  onCommit={editing.commit}
                  handle={editing.handle}
                />
              )
            );
          })}
        </tbody>
        {hasSums && (
          <tfoot>
            <GridSums {...{ columns, rows, order, cutLeft, cutRight }} above={count + 1} />
          </tfoot>
        )}
      </table>
      {count === 0 && <p class="soft">{rows.length === 0 ? text.empty : text.none}</p>}
      <div id={`${id}-erros`} class="field-errors grid-errors" aria-live="polite">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p role="status" class="grid-said">
        {said}
      </p>
      <GridKeys id={`${id}-teclas`} />
      {panel.opened && (
        <RowPanel
          {...{ field, pointer, Member }}
          {...panel.opened}
          row={rows[panel.opened.index] ?? {}}
          onStep={count > 1 ? panel.step : undefined}
          onNextFault={faults.size > 0 ? panel.toNextFault : undefined}
          onClose={panel.close}
        />
      )}
    </div>
  );
};
