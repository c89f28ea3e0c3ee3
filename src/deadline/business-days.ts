import type { CivilDate } from '../base/civil-date.ts';
import { addDays, weekdayOf } from './days.ts';
import { type Holiday, type HolidayChoice, holidaysOf } from './holidays.ts';

/** Why a day is no business day. */
export type DayOff = { date: CivilDate; kind: 'weekend' } | Holiday;

/** Tells of a day why it is off; `undefined` for a business day. */
export type WorkCalendar = (date: CivilDate) => DayOff | undefined;

/** The business days of an office: Monday to Friday but its holidays. */
export const workCalendar = (choice: HolidayChoice): WorkCalendar => {
  const years = new Map<string, Map<CivilDate, Holiday>>();
  const holidaysIn = (year: string) => {
    const known = years.get(year);
    if (known) return known;
    const days = new Map<CivilDate, Holiday>();
    // Of several on one day the first is enough.
    for (const holiday of holidaysOf(Number(year), choice).reverse())
      days.set(holiday.date, holiday);
    years.set(year, days);
    return days;
  };
  return (date) => {
    const weekday = weekdayOf(date);
    if (weekday === 0 || weekday === 6) return { date, kind: 'weekend' };
    return holidaysIn(date.slice(0, 4)).get(date);
  };
};

/**
 * The last day of a deadline of so many business days: the day it begins is not counted, the last one is (Lei
 * 14.133/2021, art. 183; that the court counts so is inferred). `off`: the days that were passed over.
 */
export const businessDaysAfter = (
  from: CivilDate,
  count: number,
  offOn: WorkCalendar,
): { date: CivilDate; off: DayOff[] } => {
  const off: DayOff[] = [];
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    const why = offOn(date);
    if (why) off.push(why);
    else left--;
  }
  return { date, off };
};

/** The day itself where it is a business day, else the last one before it. */
export const businessDayUntil = (
  date: CivilDate,
  offOn: WorkCalendar,
): { date: CivilDate; off: DayOff[] } => {
  const off: DayOff[] = [];
  let day = date;
  for (let why = offOn(day); why; why = offOn(day)) {
    off.push(why);
    day = addDays(day, -1);
  }
  return { date: day, off };
};
