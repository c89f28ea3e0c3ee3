import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArrayField, Edit } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { type Pointer, pointerTo, pointerTokens } from '../../base/json-pointer.ts';
import { canReveal } from '../form/field-id.ts';
import { type PartProps, useForm } from '../form/form-context.ts';
import { gridText as text } from '../text/grade.ts';
import { type EditorHandle, NO_EDITOR } from './cell-editor.tsx';
import { cellSentences } from './cell-sentences.ts';
import { cellEdit, valueIn } from './cell-values.ts';
import { columnAt, gridColumnsOf } from './grid-columns.ts';
import {
  chosenOf,
  clearCells,
  copyCells,
  copyFromAbove,
  duplicateRows,
  indexAt,
  insertRow,
} from './grid-edits.ts';
import { GridFilter } from './grid-filter.tsx';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { GridSums } from './grid-sums.tsx';
import { GridToolbar } from './grid-toolbar.tsx';
import { type Command, commandOf, type Editing, editingCommandOf } from './keys.ts';
import { removeRows } from './row-edits.ts';
import { nextFault, rowFaults } from './row-faults.ts';
import { NO_FILTER } from './row-order.ts';
import { RowPanel } from './row-panel.tsx';
import { moved, type Place, rangeOf, type Selection, type Size, samePlace } from './selection.ts';
import { useOrder } from './use-order.ts';
import { useWindow } from './use-window.ts';

const NO_ROWS: readonly Json[] = [];
/** ARIA in HTML allows this role on a table, and its rows and cells then mean what they must. */
const gridRole = (readOnly: boolean) =>
  ({ role: 'grid', 'aria-multiselectable': true, 'aria-readonly': readOnly }) as const;

const START: Place = { row: 0, column: 1 };

/** The cell that is edited, wherever the selection goes meanwhile. */
interface Target {
  index: number;
  column: number;
  before: Json | undefined;
}

/** The rows of an array as a table that shows only those in view, with the keys of a spreadsheet. */
export const Grid = ({ field, pointer, value, Member }: PartProps<ArrayField>) => {
  const form = useForm();
  const rows = Array.isArray(value) ? value : NO_ROWS;
  const readOnly = form.readOnly.value;
  const columns = useMemo(() => gridColumnsOf(field.items, text.row), [field.items]);
  const errors = form.errors.value.byField;
  const faults = useMemo(() => rowFaults(errors, pointer, columns), [errors, pointer, columns]);
  const { order, sorting, sortBy, setSorting, filtering, setFiltering } = useOrder(
    rows,
    columns,
    faults,
  );
  const count = order ? order.length : rows.length;

  const [chosenPlaces, setSelection] = useState<Selection>({ active: START, anchor: START });
  const [how, setHow] = useState<Editing>();
  const [opened, setOpened] = useState<{ index: number; at: Pointer }>();
  const [sought, setSought] = useState<Pointer>();
  const root = useRef<HTMLTableElement>(null);
  const editor = useRef<EditorHandle>(NO_EDITOR);
  const target = useRef<Target>({ index: -1, column: 0, before: undefined });
  const focusNext = useRef(false);
  const scrollNext = useRef(true);
  /** After Escape the next Tab leaves the grid. */
  const leaving = useRef(false);
  const wasActive = useRef(false);
  const { first, end, page, look } = useWindow(root, count);
  const id = useId();

  const within = ({ row, column }: Place): Place => ({ row: Math.min(row, count - 1), column });
  const selection = { active: within(chosenPlaces.active), anchor: within(chosenPlaces.anchor) };
  const { active } = selection;
  const size: Size = { rows: count, columns: columns.length, page };
  const activeColumn = columns[active.column];
  const activeIndex = active.row < 0 ? -1 : indexAt(order, active.row);
  const activeRow = rows[activeIndex];
  const table = { pointer, rows, columns };

  const now = useRef({ rows, form, columns });
  now.current = { rows, form, columns };

  const tell = (edit: Edit | undefined) => {
    if (edit && !readOnly) form.onEdit(edit);
  };
  const commit = useMemo(
    () => (typed: Json | undefined) => {
      const { index } = target.current;
      const column = now.current.columns[target.current.column];
      if (column?.kind !== 'cell') return;
      const edit = cellEdit(pointerTo(pointer, index), now.current.rows[index], column, typed);
      if (edit) now.current.form.onEdit(edit);
    },
    [pointer],
  );

  const endEditing = () => {
    editor.current.flush();
    editor.current = NO_EDITOR;
    setHow(undefined);
  };
  const choose = (place: Place, extend = false, by: 'key' | 'mouse' = 'key') => {
    if (how) endEditing();
    focusNext.current = true;
    // Under the mouse nothing may move.
    scrollNext.current = by === 'key';
    setSelection({ active: place, anchor: extend ? selection.anchor : place });
  };
  const open = (at = activeColumn?.suffix ?? '') =>
    setOpened({ index: activeIndex, at: `${pointerTo(pointer, activeIndex)}${at}` });
  const beginEditing = (wish: Editing): boolean => {
    if (readOnly || activeColumn?.kind !== 'cell' || active.row < 0) return false;
    if (activeColumn.field.kind === 'file') return false;
    const before = valueIn(activeRow, activeColumn.column.path);
    target.current = { index: activeIndex, column: active.column, before };
    setHow(wish);
    return true;
  };
  const answer = (wish: boolean | 'other') => {
    if (activeColumn?.kind !== 'cell' || active.row < 0) return;
    const before = valueIn(activeRow, activeColumn.column.path);
    const next = wish === 'other' ? before !== true : wish;
    tell(cellEdit(pointerTo(pointer, activeIndex), activeRow, activeColumn, next));
  };
  const giveBack = () => {
    editor.current.drop();
    commit(target.current.before);
    endEditing();
    focusNext.current = true;
  };
  const chosen = () => chosenOf(table, order, selection);
  const insert = () => {
    const index = activeIndex < 0 ? rows.length : activeIndex + 1;
    tell(insertRow(pointer, field, index));
    setSought(`${pointerTo(pointer, index)}${columns[1]?.suffix ?? ''}`);
  };

  /** Does what a key or button asks; `false`: nothing of ours. */
  const act = (command: Command): boolean => {
    if (command.do !== 'move' && command.do !== 'leave-next') leaving.current = false;
    switch (command.do) {
      case 'move': {
        const tabs = command.step === 'next' || command.step === 'previous';
        if (tabs && leaving.current) return false;
        const to = moved(active, command.step, size);
        const stays = samePlace(to, active);
        choose(to, command.extend);
        if (tabs && stays) focusNext.current = false;
        return !(tabs && stays);
      }
      case 'enter':
        if (active.row < 0) sortBy(active.column);
        else if (!beginEditing('opened')) open();
        return true;
      case 'edit':
        if (how) setHow(command.how);
        return how !== undefined || (beginEditing(command.how) && command.how === 'opened');
      case 'answer':
        answer(command.answer);
        return true;
      case 'give-back':
        giveBack();
        return true;
      case 'leave-next':
        leaving.current = true;
        return false;
      case 'select-all':
        setSelection({ active, anchor: active });
        if (count > 0) {
          setSelection({
            anchor: { row: 0, column: 0 },
            active: { row: count - 1, column: columns.length - 1 },
          });
          focusNext.current = true;
        }
        return true;
      case 'select-row':
        setSelection({
          anchor: { row: active.row, column: 0 },
          active: { row: active.row, column: columns.length - 1 },
        });
        focusNext.current = true;
        return true;
      case 'clear':
        tell(clearCells(chosen()));
        return true;
      case 'copy-from-above': {
        const above = active.row > 0 ? indexAt(order, rangeOf(selection).top - 1) : undefined;
        tell(copyFromAbove(chosen(), above));
        return true;
      }
      case 'insert-row':
        insert();
        return true;
      case 'remove-rows':
        if (count > 0 && active.row >= 0) {
          tell(removeRows(pointer, field, rows, chosen().indexes));
          choose({ row: rangeOf(selection).top, column: active.column });
        }
        return true;
      case 'duplicate-row':
        if (count > 0 && active.row >= 0) {
          const { indexes } = chosen();
          tell(duplicateRows(chosen()));
          setSought(`${pointerTo(pointer, Math.max(...indexes) + 1)}${activeColumn?.suffix ?? ''}`);
        }
        return true;
      case 'next-fault': {
        const place = nextFault(faults, order, rows.length, active);
        if (place) choose(place);
        return true;
      }
      case 'undo':
        if (!readOnly) form.onUndo();
        return true;
      case 'redo':
        if (!readOnly) form.onRedo();
        return true;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const kind = activeColumn?.kind === 'cell' ? activeColumn.field.kind : undefined;
    // The arrows choose in a list.
    const moves = how === 'typed' && (kind === 'choice' || kind === 'boolean') ? 'opened' : how;
    const command = moves ? editingCommandOf(event, moves) : commandOf(event, kind);
    if (command && act(command)) event.preventDefault();
  };

  const placeOf = (node: EventTarget | null): Place | undefined => {
    if (!(node instanceof Element)) return undefined;
    const at = (name: string) => Number(node.closest(`[${name}]`)?.getAttribute(name) ?? 0);
    const row = at('aria-rowindex') - 2;
    const column = at('aria-colindex') - 1;
    return column < 0 || row >= count ? undefined : { row, column };
  };
  const isEditor = (node: EventTarget | null) =>
    node instanceof Element && node.closest('.grid-editor') !== null;

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || isEditor(event.target) || event.button !== 0) return;
    event.preventDefault();
    leaving.current = false;
    wasActive.current =
      samePlace(place, active) && root.current?.contains(document.activeElement) === true;
    const isRow = place.column === 0 && place.row >= 0;
    choose(place, event.shiftKey, 'mouse');
    if (isRow) {
      setSelection({
        active: place,
        anchor: {
          row: event.shiftKey ? selection.anchor.row : place.row,
          column: columns.length - 1,
        },
      });
    }
  };
  const onMouseMove = (event: MouseEvent) => {
    const place = event.buttons === 1 && !how ? placeOf(event.target) : undefined;
    if (place && place.row >= 0 && !samePlace(place, active)) choose(place, true, 'mouse');
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || isEditor(event.target) || event.shiftKey) return;
    if (place.row < 0) return sortBy(place.column);
    const column = columns[place.column];
    const opens =
      column?.kind === 'rows' || (column?.kind === 'cell' && column.field.kind === 'file');
    if (opens) open(column.suffix);
    else if (wasActive.current && column?.kind === 'cell') beginEditing('opened');
    else if (wasActive.current && column?.kind === 'number') open('');
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // A look into another window is no end.
    if (!how || !document.hasFocus()) return;
    if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) endEditing();
  };

  const onCopy = (event: ClipboardEvent) => {
    if (how || active.row < 0) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copyCells(chosen()));
    if (event.type === 'cut') tell(clearCells(chosen()));
  };

  useLayoutEffect(() => {
    if (!focusNext.current || how) return;
    focusNext.current = false;
    const cell = root.current?.querySelector<HTMLElement>('[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    if (scrollNext.current) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  useEffect(() => canReveal(pointer, setSought), [pointer]);
  useEffect(() => {
    if (sought === undefined) return;
    const [token = '', ...rest] = pointerTokens(sought.slice(pointer.length));
    const index = Number(token);
    if (index >= rows.length) return;
    const place = order ? order.indexOf(index) : index;
    if (place < 0) return setFiltering(NO_FILTER);
    const suffix = pointerTo('', ...rest);
    const column = columnAt(columns, suffix);
    choose({ row: place, column });
    if (columns[column]?.kind === 'rows') setOpened({ index, at: sought });
    setSought(undefined);
  }, [sought, rows.length, order]);

  const range = rangeOf(selection);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (active.row >= 0 && !(first <= active.row && active.row < end)) places.push(active.row);
  const hasSums = columns.some((column) => column.kind === 'cell' && column.summed);
  const sentences =
    activeIndex < 0
      ? []
      : cellSentences(form, columns, active.column, pointerTo(pointer, activeIndex), activeRow);
  const width = columns.reduce((sum, column) => sum + column.width, 0);

  return (
    <div class="grid-part">
      <GridToolbar
        label={field.label}
        readOnly={readOnly}
        chosen={active.row < 0 ? 0 : range.bottom - range.top + 1}
        hasFaults={faults.size > 0}
        onCommand={act}
        onOpen={() => open('')}
      />
      {(rows.length > 5 || order) && (
        <GridFilter
          {...{ columns, filtering, sorting, onFilter: setFiltering }}
          hasFaults={faults.size > 0}
          shown={count}
          all={rows.length}
          onUnsort={() => setSorting(undefined)}
        />
      )}
      <table
        ref={root}
        {...gridRole(readOnly)}
        class="grid"
        aria-label={field.label}
        aria-rowcount={count + (hasSums ? 2 : 1)}
        aria-colcount={columns.length}
        aria-describedby={`${id}-sair`}
        style={{
          '--grid-columns': columns
            .map((each) => `minmax(${each.width}rem, ${each.width}fr)`)
            .join(' '),
          '--grid-width': `${width}rem`,
        }}
        onScroll={look}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onClick={onClick}
        onFocusOut={onFocusOut}
        onCopy={onCopy}
        onCut={onCopy}
      >
        <thead>
          <GridHead
            columns={columns}
            active={active.row < 0 ? active.column : -1}
            sorting={sorting}
          />
        </thead>
        <tbody class="grid-body" style={{ height: `calc(${count} * var(--grid-row))` }}>
          {places.map((place) => {
            const index = indexAt(order, place);
            const row = rows[index];
            if (row === undefined) return null;
            const isActive = place === active.row;
            const isChosen = range.top <= place && place <= range.bottom && active.row >= 0;
            return (
              <GridRow
                key={place}
                {...{ columns, row, index, place }}
                faults={faults.get(index)}
                active={isActive ? active.column : -1}
                left={isChosen ? range.left : -1}
                right={isChosen ? range.right : -1}
                how={isActive ? how : undefined}
                attachments={form.attachments.value}
                describedBy={`${id}-erros`}
                onCommit={commit}
                handle={editor}
              />
            );
          })}
        </tbody>
        {hasSums && count > 0 && (
          <tfoot>
            <GridSums {...{ columns, rows, order }} above={count + 1} />
          </tfoot>
        )}
      </table>
      {count === 0 && <p class="soft">{rows.length === 0 ? text.empty : text.none}</p>}
      <div id={`${id}-erros`} class="field-errors" aria-live="polite">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <details class="small">
        <summary id={`${id}-sair`}>{text.keysTitle}</summary>
        <p>{text.leaving}</p>
      </details>
      {opened && (
        <RowPanel
          {...{ field, pointer, Member }}
          index={opened.index}
          row={rows[opened.index] ?? {}}
          at={opened.at}
          onClose={() => {
            setOpened(undefined);
            focusNext.current = true;
          }}
        />
      )}
    </div>
  );
};
