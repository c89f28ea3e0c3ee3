import { useState } from 'preact/hooks';
import { periodFault } from '../../app/catalogue.ts';
import { payloads, work } from '../../app/intake/intake-state.ts';
import { settleMonth } from '../../app/intake/take-files.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { TaskForm } from '../parts/task-form.tsx';
import { MonthFields, newestPeriod } from '../screens/period-fields.tsx';
import { PERIOD_FAULTS } from '../text/rascunhos.ts';
import { intakeText as text } from '../text/trazer.ts';

/** The month of all files of which neither name nor content says it, or each says another, asked once. */
export const AskMonth = () => {
  const [month, setMonth] = useState(newestPeriod);
  const [fault, setFault] = useState<string>();
  const open = payloads.value.filter(({ reading, period }) => reading.ok && !period);
  const doubtful = open.filter(({ doubts }) => doubts.includes('periods-differ')).length;
  const untold = open.length - doubtful;
  if (open.length === 0 || work.value) return null;
  const use = () => {
    const wrong = periodFault(month.mes, month.ano);
    setFault(wrong && PERIOD_FAULTS[wrong]);
    if (!wrong) void settleMonth({ mes: month.mes, ano: month.ano });
  };
  return (
    <TaskForm onSubmit={use} card>
      {untold > 0 && <p>{text.askPeriod(untold)}</p>}
      {doubtful > 0 && <p>{text.askDoubtfulPeriod(doubtful)}</p>}
      {fault && <Notice tone="danger">{fault}</Notice>}
      <MonthFields
        id="trazer"
        value={month}
        onChange={(changed) => setMonth({ ...month, ...changed })}
      />
      <div class="actions">
        <Button type="submit">{text.usePeriod}</Button>
      </div>
    </TaskForm>
  );
};
