import { useRef } from 'preact/hooks';
import { isReference } from './grid-columns.ts';
import {
  chosenOf,
  clearCells,
  copyFromAbove,
  duplicateRows,
  indexBelow,
  insertRow,
} from './grid-edits.ts';
import { type Command, commandOf, type Editing, editingCommandOf } from './keys.ts';
import { removeRows } from './row-edits.ts';
import { nextFault } from './row-faults.ts';
import { moved, rangeOf, type Step, samePlace } from './selection.ts';
import type { CellEditing } from './use-editing.ts';
import type { RowPanelState } from './use-row-panel.ts';
import type { Choosing } from './use-selection.ts';
import type { Table } from './use-table.ts';

/** What keys and buttons do to a table. `page`: how many rows a page down goes. */
export const useCommands = (
  table: Table,
  choosing: Choosing,
  editing: CellEditing,
  panel: RowPanelState,
  page: number,
) => {
  const { field, pointer, rows, columns, count, tell } = table;
  const { selection, active, choose } = choosing;
  /** After Escape the next Tab leaves the table. */
  const leaving = useRef(false);
  const chosen = () => chosenOf(table, selection);

  const move = (step: Step, extend: boolean): boolean => {
    const tabs = step === 'next' || step === 'previous';
    if (tabs && leaving.current) return false;
    if (editing.how) editing.end();
    const to = moved(active, step, { rows: count, columns: columns.length, page });
    // At the ends Tab leaves.
    if (tabs && samePlace(to, active)) return false;
    choose(to, extend ? selection.anchor : to);
    return true;
  };
  const enter = () => {
    if (active.row < 0) table.sortBy(active.column);
    else if (!editing.begin('opened')) panel.open(columns[active.column]?.suffix ?? '');
  };
  /** In the row's panel a delivery can be chosen. */
  const edit = (how: Editing) => {
    const column = columns[active.column];
    const refers = column?.kind === 'cell' && isReference(column.field);
    if (refers && how === 'opened') panel.open(column.suffix);
    else editing.begin(how);
  };
  const insert = () => {
    const index = active.row < 0 ? rows.length : table.indexAt(active.row) + 1;
    tell(insertRow(pointer, field, index));
    panel.goTo(index, columns[1]?.suffix ?? '');
  };
  const remove = () => {
    tell(removeRows(pointer, field, rows, chosen().indexes));
    choose({ row: rangeOf(selection).top, column: active.column });
  };
  const duplicate = () => {
    tell(duplicateRows(chosen()));
    panel.goTo(indexBelow(chosen().indexes), columns[active.column]?.suffix ?? '');
  };
  const copyDown = () => {
    const { top } = rangeOf(selection);
    tell(copyFromAbove(chosen(), top > 0 ? table.indexAt(top - 1) : undefined));
  };
  const goToFault = () => {
    const place = nextFault(table.faults, table.order, rows.length, active);
    if (place) choose(place);
  };
  const last = { row: count - 1, column: columns.length - 1 };

  const act = (command: Exclude<Command, { do: 'move' | 'leave-next' }>): unknown => {
    switch (command.do) {
      case 'enter':
        return enter();
      case 'edit':
        return edit(command.how);
      case 'answer':
        return editing.answer(command.answer);
      case 'give-back':
        editing.giveBack();
        return choosing.focusAgain();
      case 'select-all':
        return choose(last, { row: 0, column: 0 });
      case 'select-row':
        return choose({ ...last, row: active.row }, { row: active.row, column: 0 });
      case 'clear':
        return tell(clearCells(chosen()));
      case 'copy-from-above':
        return copyDown();
      case 'insert-row':
        return table.readOnly || insert();
      case 'remove-rows':
        return remove();
      case 'duplicate-row':
        return table.readOnly || duplicate();
      case 'next-fault':
        return goToFault();
      case 'undo':
        return table.readOnly || table.form.onUndo();
      case 'redo':
        return table.readOnly || table.form.onRedo();
    }
  };

  /** Does what a key or button asks; `false` where the browser does its own. */
  const perform = (command: Command): boolean => {
    if (command.do === 'move') return move(command.step, command.extend);
    leaving.current = command.do === 'leave-next';
    if (command.do === 'leave-next') return false;
    if (editing.how && command.do !== 'edit' && command.do !== 'give-back') editing.end();
    act(command);
    // The key that begins to type goes into the editor.
    return !(command.do === 'edit' && command.how === 'typed');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const column = columns[active.column];
    const kind = column?.kind === 'cell' && active.row >= 0 ? column.field.kind : undefined;
    const isList = kind === 'choice' || kind === 'boolean';
    // The arrows choose in a list.
    const how = editing.how && isList ? 'opened' : editing.how;
    const command = how ? editingCommandOf(event, how) : commandOf(event, kind);
    if (command && perform(command)) event.preventDefault();
  };
  return { perform, onKeyDown };
};
