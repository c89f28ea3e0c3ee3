import { useMemo, useRef, useState } from 'preact/hooks';
import { isPlaceholder } from '../../app/links/place.ts';
import type { Json } from '../../base/json.ts';
import { pointerTo } from '../../base/json-pointer.ts';
import { type EditorHandle, NO_EDITOR } from './cell-editor.tsx';
import { cellEdit, valueIn } from './cell-values.ts';
import type { Editing } from './keys.ts';
import type { Place } from './selection.ts';
import type { Table } from './use-table.ts';

/** The cell that is edited, wherever the selection goes meanwhile. */
interface Target {
  index: number;
  column: number;
  before: Json | undefined;
}

const NOWHERE: Target = { index: -1, column: 0, before: undefined };

/** Editing in the active cell: what is typed goes into the draft at a pause and at its end. */
export const useEditing = (table: Table, active: Place) => {
  const [how, setHow] = useState<Editing>();
  const handle = useRef<EditorHandle>(NO_EDITOR);
  const target = useRef(NOWHERE);
  const latest = useRef(table);
  latest.current = table;

  const commit = useMemo(
    () => (value: Json | undefined) => {
      const { columns, pointer, rows, tell } = latest.current;
      const { index } = target.current;
      const column = columns[target.current.column];
      if (column?.kind !== 'cell' || index < 0) return;
      tell(cellEdit(pointerTo(pointer, index), rows[index], column, value));
    },
    [],
  );

  /** Aims at the active cell; `undefined` where it holds nothing that can be edited in it. */
  const aim = (): Target | undefined => {
    const column = table.columns[active.column];
    const index = table.indexAt(active.row);
    if (table.readOnly || index < 0 || column?.kind !== 'cell') return undefined;
    if (column.field.kind === 'file') return undefined;
    const before = valueIn(table.rows[index], column.column.path);
    // A number that is still to come is not typed over: it is taken out, or another chosen.
    if (isPlaceholder(before)) return undefined;
    target.current = { index, column: active.column, before };
    return target.current;
  };

  const end = () => {
    handle.current.flush();
    handle.current = NO_EDITOR;
    setHow(undefined);
  };

  return {
    how,
    handle,
    commit,
    end,
    /** Begins, or goes on otherwise; `false` where nothing can be edited. */
    begin: (wish: Editing): boolean => {
      if (!how && !aim()) return false;
      setHow(wish);
      return true;
    },
    /** Ends with what was in the cell before. */
    giveBack: () => {
      handle.current.drop();
      commit(target.current.before);
      end();
    },
    /** Sim, Não, or the other of the two, without an editor. */
    answer: (wish: boolean | 'other') => {
      const aimed = aim();
      if (aimed) commit(wish === 'other' ? aimed.before !== true : wish);
    },
  };
};

export type CellEditing = ReturnType<typeof useEditing>;
