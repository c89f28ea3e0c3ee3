import { useState } from 'preact/hooks';
import { choices } from '../../app/deadlines/choices.ts';
import { holidaysCsv } from '../../app/deadlines/holiday-file.ts';
import { addHolidays, removeHoliday } from '../../app/deadlines/holidays.ts';
import type { OwnHoliday } from '../../app/deadlines/types.ts';
import { fromBrazilianDate, toBrazilianDate } from '../../base/civil-date.ts';
import { Button } from '../parts/button.tsx';
import { download } from '../parts/download.ts';
import { Notice } from '../parts/notice.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { STORAGE_FULL } from '../text/armazenamento.ts';
import { deadlinesText, deadlineSettingsText as text } from '../text/prazos.ts';
import { ImportHolidays } from './import-holidays.tsx';

/** The holidays of the municipality, as the office writes them down. */
export const OwnHolidays = () => {
  const { own } = choices.value.holidays;
  const save = () => {
    const heading = [text.date, text.name, text.yearly];
    download(holidaysCsv({ heading, yes: text.yes, no: text.no }), text.csvName);
  };
  return (
    <section class="card stack" aria-labelledby="own-holidays">
      <h2 id="own-holidays">{text.own}</h2>
      <p>{text.ownLead}</p>
      {own.length > 0 ? <HolidayTable own={own} /> : <p class="soft">{text.ownNone}</p>}
      <AddHoliday />
      <ImportHolidays />
      <Button disabled={own.length === 0} onClick={save}>
        {text.exportCsv}
      </Button>
    </section>
  );
};

const HolidayTable = ({ own }: { own: readonly OwnHoliday[] }) => (
  <table class="table table-stacked">
    <TableHead columns={[text.date, text.name, { unseen: deadlinesText.columns.actions }]} />
    <tbody>
      {own.map((each) => (
        <tr key={`${each.date} ${each.name}`}>
          <td>
            {toBrazilianDate(each.date)}
            <div class="soft small">{each.yearly ? text.yearly : text.once}</div>
          </td>
          <td>{each.name}</td>
          <td>
            <Button
              look="quiet"
              aria-label={text.removeOf(each.name)}
              onClick={() => void removeHoliday(each)}
            >
              {text.remove}
            </Button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const AddHoliday = () => {
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const [yearly, setYearly] = useState(true);
  const [fault, setFault] = useState<'date' | 'name' | 'not-kept'>();
  const add = async () => {
    const date = fromBrazilianDate(typed);
    if (!date) return setFault('date');
    if (name.trim() === '') return setFault('name');
    const saved = await addHolidays([{ date, name: name.trim(), yearly }]);
    setFault(saved.ok ? undefined : 'not-kept');
    setTyped('');
    setName('');
  };
  return (
    <TaskForm onSubmit={() => void add()}>
      <TextField
        id="holiday-date"
        label={text.date}
        help={deadlinesText.watchDayHelp}
        fault={fault === 'date' ? deadlinesText.badDate : undefined}
        value={typed}
        onInput={setTyped}
      />
      <TextField
        id="holiday-name"
        label={text.name}
        fault={fault === 'name' ? text.noName : undefined}
        value={name}
        onInput={setName}
      />
      <label>
        <input
          type="checkbox"
          checked={yearly}
          onChange={({ currentTarget }) => setYearly(currentTarget.checked)}
        />{' '}
        {text.yearly}
      </label>
      {fault === 'not-kept' && <Notice tone="danger">{text.notKept(STORAGE_FULL)}</Notice>}
      <div>
        <Button type="submit">{text.add}</Button>
      </div>
    </TaskForm>
  );
};
