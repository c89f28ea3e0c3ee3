/** What the screens name of deadlines. */
export type { DayOff } from '../../deadline/business-days.ts';
export type { HolidayLineFault } from '../../deadline/holiday-table.ts';
export type { HolidayId, OwnHoliday } from '../../deadline/holidays.ts';
export type { DeadlineRule, Month } from '../../deadline/rules.ts';
export type { Standing } from '../../deadline/standing.ts';
export type { MonthCount } from './deadlines.ts';
export type { Obligation, Urgency } from './open.ts';
