import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArrayField, Edit } from '../../app/form.ts';
import { rememberMatches } from '../../app/table/remembered-matches.ts';
import { type ImportMode, rowsEdit, rowsKept } from '../../app/table/rows-edit.ts';
import { type ChosenColumns, type ReadRows, targetsOf } from '../../app/table/types.ts';
import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { focusField } from '../form/field-id.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { tableText as text } from '../text/tabela.ts';
import '../styles/table-import.css';
import { AgreeImport } from './agree-import.tsx';
import { ChooseSource } from './choose-source.tsx';
import { ImportResult } from './import-result.tsx';
import { type Chosen, columnName } from './match-list.tsx';
import { type ReadTable, useTableImport } from './use-table-import.ts';

interface ImportSheetProps {
  field: ArrayField;
  /** Of the array in the draft's document. */
  pointer: Pointer;
  /** Its rows now. */
  rows: readonly Json[];
  layout: { spc: string; slp: string };
  /** To begin with, where a file was dropped or a block was pasted elsewhere. */
  file?: File;
  text?: string;
  onEdit: (edit: Edit) => void;
  onClose: () => void;
}

/** The way of a table into a list of the draft: chosen, agreed to, imported as one change, its unread cells told. */
export const ImportSheet = ({
  field,
  pointer,
  rows,
  layout,
  file,
  text: pasted,
  onEdit,
  onClose,
}: ImportSheetProps) => {
  const targets = useMemo(() => targetsOf(field.items), [field]);
  const { reading, start, choose, stop, fail } = useTableImport({
    layout,
    pointer,
    items: field.items,
  });
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ result: ReadRows; table: ReadTable }>();

  useEffect(() => {
    if (file) void start(file, file.name);
    else if (pasted !== undefined) void start(pasted, text.pasted);
  }, []);

  // Reading takes its time, and the draft may change meanwhile: a file that was being verified comes into its row.
  const rowsNow = useRef(rows);
  rowsNow.current = rows;

  const readBehindKept = async (
    reader: ReadTable['reader'],
    columns: ChosenColumns,
    mode: ImportMode,
  ): Promise<{ kept: readonly Json[]; result: ReadRows }> => {
    const { length } = rowsKept(field, rowsNow.current, mode);
    const result = await reader.rows(columns, length);
    const kept = rowsKept(field, rowsNow.current, mode);
    return kept.length === length ? { kept, result } : readBehindKept(reader, columns, mode);
  };

  const take = async (table: ReadTable, chosen: Chosen, mode: ImportMode) => {
    const { reader, recognised } = table;
    const columns = [...chosen].flatMap(([index, target]) =>
      target === '' ? [] : [{ index, target }],
    );
    setBusy(true);
    try {
      const { kept, result } = await readBehindKept(reader, columns, mode);
      if (result.rows.length > 0) onEdit(rowsEdit(pointer, kept, result.rows));
      setDone({ result, table });
    } catch {
      return fail(text.failed);
    } finally {
      setBusy(false);
    }
    const headings = recognised.columns.flatMap(({ index, heading }) => {
      const target = chosen.get(index);
      return target === undefined ? [] : [{ heading, target }];
    });
    await rememberMatches(layout, pointer, headings);
  };

  const goTo = (place: Pointer) => {
    onClose();
    // The dialog gives the focus back to what opened it as it goes.
    requestAnimationFrame(() => focusField(place));
  };

  const body = () => {
    if (done) {
      const nameOf = (index: number) => {
        const column = done.table.recognised.columns.find((each) => each.index === index);
        return column ? columnName(column) : '';
      };
      return <ImportResult result={done.result} pointer={pointer} nameOf={nameOf} onGoTo={goTo} />;
    }
    if (reading.at === 'choosing')
      return (
        <ChooseSource fault={reading.fault} onChosen={(source, name) => void start(source, name)} />
      );
    if (reading.at === 'reading')
      return (
        <div class="stack">
          <p role="status">{text.reading}</p>
          <progress aria-label={text.reading} max={1} value={reading.share} />
          <Button onClick={stop}>{text.stop}</Button>
        </div>
      );
    const { table } = reading;
    return (
      <AgreeImport
        // What was found in another sheet, or with another separator, is agreed to anew.
        key={JSON.stringify([table.recognised.choice, table.recognised.heading])}
        table={table}
        targets={targets}
        existing={rowsKept(field, rows, 'append').length}
        busy={busy}
        onChoose={(choice) => void choose(table, choice)}
        onBack={stop}
        onClose={onClose}
        onImport={(chosen, mode) => void take(table, chosen, mode)}
      />
    );
  };

  return (
    <Sheet
      title={text.title(field.label)}
      onClose={onClose}
      actions={
        (done || reading.at !== 'read') && (
          <Button onClick={onClose}>{done ? text.close : text.cancel}</Button>
        )
      }
    >
      <div class="import-sheet">{body()}</div>
    </Sheet>
  );
};
