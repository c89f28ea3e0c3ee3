import { type CalendarDay, weeksOf } from '../../app/deadlines/calendar.ts';
import type { Month, Obligation } from '../../app/deadlines/types.ts';
import { sayStanding, deadlinesText as text } from '../text/prazos.ts';
import { showPeriod } from '../text/units.ts';
import { holidayName, linkOf, nameOf } from './sayings.ts';

interface MonthCalendarProps {
  month: Month;
  today: string;
  obligations: readonly Obligation[];
}

/** A month as a table of weeks; on a phone, a list of its days with something to tell. */
export const MonthCalendar = ({ month, today, obligations }: MonthCalendarProps) => {
  const dueOn = (date: string) => obligations.filter(({ at }) => at?.deadline.due === date);
  return (
    <table class="table calendar">
      <caption class="visually-hidden">{showPeriod(month)}</caption>
      <thead>
        <tr>
          {text.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)?.date}>
            {week.map((day, weekday) =>
              day ? (
                <Day
                  key={day.date}
                  day={day}
                  weekday={text.weekdays[weekday] ?? ''}
                  isToday={day.date === today}
                  due={dueOn(day.date)}
                />
              ) : (
                <td key={text.weekdays[weekday]} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface DayProps {
  day: CalendarDay;
  weekday: string;
  isToday: boolean;
  due: readonly Obligation[];
}

const Day = ({ day: { date, off }, weekday, isToday, due }: DayProps) => {
  const holiday = off && holidayName(off);
  const isBare = due.length === 0 && !holiday && !isToday;
  return (
    <td class={`${off ? 'day-off' : ''} ${isBare ? 'day-bare' : ''}`}>
      <strong>{Number(date.slice(8))}</strong> <span class="day-weekday">{weekday}</span>
      {isToday && <span class="chip">{text.today}</span>}
      {holiday && <div class="soft small">{holiday}</div>}
      {due.length > 0 && (
        <ul class="plain-list small">
          {due.map((each) => (
            <li key={each.id}>
              <Due obligation={each} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
};

const Due = ({ obligation }: { obligation: Obligation }) => {
  const href = linkOf(obligation);
  const name = nameOf(obligation);
  return (
    <>
      {href ? <a href={href}>{name}</a> : name}
      {obligation.at && <div class="soft">{sayStanding(obligation.at.standing)}</div>}
    </>
  );
};
