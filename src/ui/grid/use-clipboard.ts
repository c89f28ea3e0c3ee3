import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pasteAt, rowShapeOf } from '../../app/form.ts';
import { gridText as text } from '../text/grade.ts';
import { chosenOf, clearCells, copyCells } from './grid-edits.ts';
import { replaceRows } from './row-edits.ts';
import { rangeOf } from './selection.ts';
import type { CellEditing } from './use-editing.ts';
import type { Choosing } from './use-selection.ts';
import type { Table } from './use-table.ts';

/** Copying and pasting cells, as spreadsheets do; `said`: what became of a paste, until the rows change again. */
export const useClipboard = (table: Table, { selection }: Choosing, editing: CellEditing) => {
  const [said, say] = useState('');
  const { field, pointer, rows, order, tell } = table;
  /** Whether the next change of the rows is the paste itself. */
  const pasting = useRef(false);
  useLayoutEffect(() => {
    if (!pasting.current) say('');
    pasting.current = false;
  }, [rows]);

  const paste = (pasted: string) => {
    const { top, left } = rangeOf(selection);
    const shown = order ? order.flatMap((index) => rows[index] ?? []) : rows;
    // The first column is the row's number.
    const at = { row: top, column: Math.max(0, left - 1) };
    const result = pasteAt(rowShapeOf(field.items), shown, at, pasted);
    const after = [...rows];
    // Rows beyond those shown are new, and come last.
    for (const [place, row] of result.rows.entries()) {
      after[place < shown.length ? table.indexAt(place) : rows.length + place - shown.length] = row;
    }
    const edit = replaceRows(pointer, rows, after);
    pasting.current = edit !== undefined;
    tell(edit);
    const more = result.rows.length - shown.length;
    say(text.pasted(more, result.faults.length, result.unplaced.length));
  };

  return {
    said,
    onCopy: (event: ClipboardEvent) => {
      if (editing.how || selection.active.row < 0) return;
      event.preventDefault();
      const chosen = chosenOf(table, selection);
      event.clipboardData?.setData('text/plain', copyCells(chosen));
      if (event.type === 'cut') tell(clearCells(chosen));
    },
    onPaste: (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      // A text without cells belongs to the cell that is being edited.
      const isBlock = /[\t\n]/.test(pasted.trimEnd());
      if (table.readOnly || pasted === '' || (editing.how && !isBlock)) return;
      event.preventDefault();
      if (editing.how) editing.end();
      paste(pasted);
    },
  };
};
