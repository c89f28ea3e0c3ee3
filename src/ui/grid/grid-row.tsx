import type { Attachment } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { memo } from '../parts/memo.tsx';
import { gridText as text } from '../text/grade.ts';
import { CellEditor, type CellEditorProps } from './cell-editor.tsx';
import { cellText, valueIn } from './cell-values.ts';
import { type GridColumn, isReference } from './grid-columns.ts';
import { LinkInCell } from './link-in-cell.tsx';

interface GridRowProps {
  columns: readonly GridColumn[];
  row: Json;
  /** Its index in the document. */
  index: number;
  /** Its place among the rows shown. */
  place: number;
  /** The columns in which something is wrong, one for each error. */
  faults: readonly number[] | undefined;
  /** Column of the active cell, -1 where it is in another row. */
  active: number;
  /** Chosen columns, from `left` to `right`; -1 for none. */
  left: number;
  right: number;
  /** Columns whose numbers are not whole in view; -1 for none. */
  cutLeft: number;
  cutRight: number;
  /** How the active cell is edited. */
  how: CellEditorProps['how'] | undefined;
  attachments: ReadonlyMap<string, Attachment>;
  describedBy: string;
  onCommit: CellEditorProps['onCommit'];
  handle: CellEditorProps['handle'];
}

/** A row in view; what is not touched by an edit is not shown again. */
export const GridRow = memo<GridRowProps>((props) => {
  const { columns, place, active } = props;
  return (
    <tr
      class="grid-row"
      aria-rowindex={place + 2}
      style={{ top: `calc(${place} * var(--grid-row))` }}
    >
      {columns.map((column, at) => (
        <Cell key={column.suffix} {...props} column={column} at={at} isActive={at === active} />
      ))}
    </tr>
  );
});

interface CellProps extends GridRowProps {
  column: GridColumn;
  at: number;
  isActive: boolean;
}

const shownIn = ({ column, row, index, faults, attachments }: CellProps): string => {
  if (column.kind === 'number') {
    return [String(index + 1), faults && text.faults(faults.length)].filter(Boolean).join(', ');
  }
  if (column.kind === 'cell') {
    return cellText(column.field, valueIn(row, column.column.path), attachments);
  }
  const rows = valueIn(row, column.path);
  return text.openRows(Array.isArray(rows) ? rows.length : 0);
};

/** Of a number that is cut no digit may be seen: it would be read as another number. */
export const cutClass = (
  at: number,
  { cutLeft, cutRight }: Pick<GridRowProps, 'cutLeft' | 'cutRight'>,
): string => (at === cutLeft ? 'cut-left' : at === cutRight ? 'cut-right' : '');

/** Words stand beside the number of a delivery. */
const kindOf = (column: GridColumn): string => {
  if (column.kind !== 'cell') return `of-${column.kind}`;
  return isReference(column.field) ? 'reference' : column.field.kind;
};

const Cell = (props: CellProps) => {
  const { column, at, isActive, index, faults, left, right, describedBy } = props;
  const shown = shownIn(props);
  const isNumber = column.kind === 'number';
  const kind = kindOf(column);
  const Frame = isNumber ? 'th' : 'td';
  const edited = isActive && column.kind === 'cell' ? props.how : undefined;
  return (
    <Frame
      scope={isNumber ? 'row' : undefined}
      class={`grid-cell cell-${kind} ${edited ? '' : cutClass(at, props)}`}
      aria-colindex={at + 1}
      aria-selected={left <= at && at <= right}
      aria-invalid={(!isNumber && faults?.includes(at)) || undefined}
      tabIndex={isActive ? 0 : undefined}
      aria-label={isActive && !edited ? text.cellName(column.label, index + 1, shown) : undefined}
      aria-describedby={isActive ? describedBy : undefined}
    >
      {edited && column.kind === 'cell' ? (
        <CellEditor
          field={column.field}
          value={valueIn(props.row, column.column.path)}
          name={text.editorName(column.label, index + 1)}
          describedBy={describedBy}
          how={edited}
          onCommit={props.onCommit}
          handle={props.handle}
        />
      ) : isNumber ? (
        <>
          {index + 1}
          {faults && <span class="grid-faults">{text.faults(faults.length)}</span>}
        </>
      ) : (
        <span class="grid-text">
          {shown}
          {column.kind === 'cell' && isReference(column.field) && (
            <LinkInCell value={valueIn(props.row, column.column.path)} />
          )}
        </span>
      )}
    </Frame>
  );
};
