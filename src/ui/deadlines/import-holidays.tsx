import { useState } from 'preact/hooks';
import { importHolidays } from '../../app/deadlines/holiday-file.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { HOLIDAY_LINE_FAULTS, deadlineSettingsText as text } from '../text/prazos.ts';

/** Brings holidays from a spreadsheet, and tells which lines were not taken. */
export const ImportHolidays = () => {
  const [table, setTable] = useState<Awaited<ReturnType<typeof importHolidays>> | 'unreadable'>();
  const bring = async (input: HTMLInputElement) => {
    const file = input.files?.item(0);
    if (!file) return;
    setTable((await importHolidays(file)) ?? 'unreadable');
    // The same file, mended in the meantime, can be chosen again.
    input.value = '';
  };
  return (
    <>
      <Field id="holiday-file" label={text.importCsv} help={text.importHelp}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.txt,text/csv"
            onChange={({ currentTarget }) => void bring(currentTarget)}
          />
        )}
      </Field>
      {table === 'unreadable' && <Notice tone="danger">{text.unreadable}</Notice>}
      {table && table !== 'unreadable' && (
        <Notice tone={table.faults.length > 0 ? 'warning' : 'success'}>
          <p>{text.imported(table.holidays.length)}</p>
          <ul>
            {table.faults.map(({ line, fault }) => (
              <li key={line}>{text.notTaken(line, HOLIDAY_LINE_FAULTS[fault])}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
