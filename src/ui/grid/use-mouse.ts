import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { type Place, samePlace } from './selection.ts';
import type { CellEditing } from './use-editing.ts';
import type { RowPanelState } from './use-row-panel.ts';
import type { Choosing } from './use-selection.ts';
import type { Table } from './use-table.ts';

const isEditor = (node: EventTarget | null): boolean =>
  node instanceof Element && node.closest('.grid-editor') !== null;

/** The cell that a node lies in; `undefined` for the sums and for what is no cell. */
const placeOf = (node: EventTarget | null, count: number): Place | undefined => {
  if (!(node instanceof Element)) return undefined;
  const at = (name: string) => Number(node.closest(`[${name}]`)?.getAttribute(name) ?? 0);
  const place = { row: at('aria-rowindex') - 2, column: at('aria-colindex') - 1 };
  return place.column < 0 || place.row >= count ? undefined : place;
};

/** Choosing with the mouse or a finger; a click on the chosen cell does what Enter does. */
export const useMouse = (
  root: RefObject<HTMLElement | null>,
  { columns, count, sortBy }: Table,
  { selection, active, choose }: Choosing,
  editing: CellEditing,
  panel: RowPanelState,
) => {
  const wasActive = useRef(false);

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target, count);
    if (!place || isEditor(event.target) || event.button !== 0) return;
    event.preventDefault();
    const hasFocus = root.current?.contains(document.activeElement) ?? false;
    wasActive.current = hasFocus && samePlace(place, active);
    if (editing.how) editing.end();
    const anchor = event.shiftKey ? selection.anchor : place;
    // The number of a row stands for the whole row.
    const isRow = place.column === 0 && place.row >= 0;
    choose(place, isRow ? { row: anchor.row, column: columns.length - 1 } : anchor, 'here');
  };

  const onMouseMove = (event: MouseEvent) => {
    const place = event.buttons === 1 && !editing.how ? placeOf(event.target, count) : undefined;
    if (place && place.row >= 0 && !samePlace(place, active)) {
      choose(place, selection.anchor, 'here');
    }
  };

  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target, count);
    if (!place || isEditor(event.target) || event.shiftKey) return;
    if (place.row < 0) return sortBy(place.column);
    const column = columns[place.column];
    const isLink =
      column?.kind === 'rows' || (column?.kind === 'cell' && column.field.kind === 'file');
    if (!isLink && !wasActive.current) return;
    if (isLink || !editing.begin('opened')) panel.open(column?.suffix ?? '');
  };

  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // A look into another window is no end.
    if (!editing.how || !document.hasFocus()) return;
    if (!(relatedTarget instanceof Node && root.current?.contains(relatedTarget))) editing.end();
  };
  return { onMouseDown, onMouseMove, onClick, onFocusOut };
};
