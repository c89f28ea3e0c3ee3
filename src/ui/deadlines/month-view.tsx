import { useEffect, useState } from 'preact/hooks';
import { doneIn } from '../../app/deadlines/deadlines.ts';
import type { OpenDeadlines } from '../../app/deadlines/open.ts';
import type { Month, Obligation } from '../../app/deadlines/types.ts';
import { deliveriesWritten } from '../../app/state.ts';
import { Button } from '../parts/button.tsx';
import { deadlinesText as text } from '../text/prazos.ts';
import { showPeriod } from '../text/units.ts';
import { DeadlineTable } from './deadline-table.tsx';
import { DeliveriesChart } from './deliveries-chart.tsx';
import { MonthCalendar } from './month-calendar.tsx';

/** One month: its calendar, what of it is done, and what was delivered up to it. */
export const MonthView = ({ open }: { open: OpenDeadlines }) => {
  const [month, setMonth] = useState<Month>(() => monthOf(open.today));
  const [done, setDone] = useState<Obligation[]>([]);
  const written = deliveriesWritten.value;
  useEffect(() => {
    let isWanted = true;
    void doneIn(month).then((found) => isWanted && setDone(found));
    return () => {
      isWanted = false;
    };
  }, [month, written]);
  return (
    <>
      <section class="stack" aria-labelledby="month">
        <div class="actions">
          <h2 id="month">
            {text.calendar}: {showPeriod(month)}
          </h2>
          <Button onClick={() => setMonth(monthFrom(month, -1))}>{text.previous}</Button>
          <Button onClick={() => setMonth(monthFrom(month, 1))}>{text.next}</Button>
        </div>
        <MonthCalendar
          month={month}
          today={open.today}
          obligations={[...open.obligations, ...done]}
        />
      </section>
      <section aria-labelledby="done">
        <h2 id="done">{text.done}</h2>
        <p class="soft">{text.doneLead}</p>
        {done.length > 0 ? <DeadlineTable obligations={done} /> : <p>{text.doneNone}</p>}
      </section>
      <DeliveriesChart last={month} />
    </>
  );
};

const monthOf = (today: string): Month => ({
  mes: Number(today.slice(5, 7)),
  ano: Number(today.slice(0, 4)),
});

const monthFrom = ({ mes, ano }: Month, by: 1 | -1): Month => {
  const months = ano * 12 + mes - 1 + by;
  return { mes: (months % 12) + 1, ano: Math.floor(months / 12) };
};
