import { workCalendar } from '../../deadline/business-days.ts';
import { type CalendarEvent, calendarFile } from '../../deadline/calendar-file.ts';
import { addDays, dayOfMonth, weekdayOf } from '../../deadline/days.ts';
import { ambiente } from '../state.ts';
import { clock } from '../stores.ts';
import { choices } from './choices.ts';
import type { DayOff, Month } from './types.ts';

/** Days for calendars of other programs, as a file; ids tell them from those of other ambientes. */
export const calendarOf = (events: readonly CalendarEvent[]): Blob => {
  const where = ambiente.value?.id ?? '';
  const named = events.map((event) => ({ ...event, uid: `${event.uid}.${where}@estafeta` }));
  return new Blob([calendarFile(named, clock.now())], { type: 'text/calendar;charset=utf-8' });
};

/** A day as a calendar shows it. */
export interface CalendarDay {
  date: string;
  off: DayOff | undefined;
}

/** The weeks of a month, Sunday first; `undefined` beside the month. */
export const weeksOf = ({ mes, ano }: Month): (CalendarDay | undefined)[][] => {
  const offOn = workCalendar(choices.value.holidays);
  const first = dayOfMonth(ano, mes, 1);
  const last = dayOfMonth(ano, mes, 31);
  const begin = addDays(first, -weekdayOf(first));
  const weeks: (CalendarDay | undefined)[][] = [];
  for (let sunday = begin; sunday <= last; sunday = addDays(sunday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(sunday, index));
    weeks.push(
      days.map((date) => (date < first || date > last ? undefined : { date, off: offOn(date) })),
    );
  }
  return weeks;
};
