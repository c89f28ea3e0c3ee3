import type { CivilDate } from '../base/civil-date.ts';
import {
  businessDaysAfter,
  businessDayUntil,
  type DayOff,
  type WorkCalendar,
} from './business-days.ts';
import { dayOfMonth, daysBetween } from './days.ts';
import type { Month } from './rules.ts';

/** A last day, and how it came about. */
export interface Deadline {
  /** The day it counts from; the month of the accounts for a deadline by the month. */
  from: CivilDate | Month;
  due: CivilDate;
  /** The days passed over on the way. */
  off: DayOff[];
}

/** The deadline by a rule of what happened on a day. */
export const deadlineAfter = (day: CivilDate, days: number, offOn: WorkCalendar): Deadline => {
  const { date, off } = businessDaysAfter(day, days, offOn);
  return { from: day, due: date, off };
};

/** The deadline of the accounts of a month: the day of the next one, or the last business day before it. */
export const deadlineOfMonth = (
  { mes, ano }: Month,
  { day }: { day: number },
  offOn: WorkCalendar,
): Deadline => {
  const [next, year] = mes === 12 ? [1, ano + 1] : [mes + 1, ano];
  const { date, off } = businessDayUntil(dayOfMonth(year, next, day), offOn);
  return { from: { mes, ano }, due: date, off };
};

/**
 * Homologated, as far as it is known: on a day (`on`), or at the latest on the day it was seen so (`seen`), for the court
 * does not say when it was.
 */
export type Homologated = { on: CivilDate } | { seen: CivilDate };

/**
 * Where something with a deadline stands. Only what is homologated is done. `done-unknown`: homologated, seen so after
 * the last day only. `days`: calendar days until the last day, or since it.
 */
export type Standing =
  | { kind: 'done-in-time' | 'done-late' | 'done-unknown' }
  | { kind: 'late' | 'due'; days: number };

export const standingOf = (
  due: CivilDate,
  homologated: Homologated | undefined,
  today: CivilDate,
): Standing => {
  if (homologated) {
    const known = 'on' in homologated ? homologated.on : homologated.seen;
    if (known <= due) return { kind: 'done-in-time' };
    return { kind: 'on' in homologated ? 'done-late' : 'done-unknown' };
  }
  const days = daysBetween(today, due);
  return days < 0 ? { kind: 'late', days: -days } : { kind: 'due', days };
};
