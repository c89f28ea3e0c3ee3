import { expect, it } from 'vitest';
import { businessDaysAfter, businessDayUntil, workCalendar } from './business-days.ts';
import { addDays, weekdayOf } from './days.ts';
import { easterOf } from './easter.ts';
import { type HolidayChoice, holidaysOf, KNOWN_HOLIDAYS, USUAL_HOLIDAYS } from './holidays.ts';

const usual = workCalendar(USUAL_HOLIDAYS);
const everything: HolidayChoice = { known: KNOWN_HOLIDAYS.map(({ id }) => id), own: [] };

const dueOn = (from: string, days: number, calendar = usual) =>
  businessDaysAfter(from, days, calendar).date;

it('Easter falls where the tables say', () => {
  // Among them the earliest and the latest there can be, and the exceptions of Gauss.
  const known = `1818-03-22 1943-04-25 1954-04-18 1981-04-19 2000-04-23 2008-03-23 2011-04-24 2019-04-21
    2024-03-31 2025-04-20 2026-04-05 2027-03-28 2038-04-25 2049-04-18 2076-04-19 2100-03-28 2285-03-22`;
  for (const date of known.split(/\s+/)) expect(easterOf(Number(date.slice(0, 4)))).toBe(date);
});

it('the holidays of a year are those in force in it', () => {
  const dates = (year: number) =>
    holidaysOf(year, USUAL_HOLIDAYS)
      .filter(({ kind }) => kind === 'national')
      .map(({ date }) => date.slice(5));
  expect(dates(2026).join(' ')).toBe('01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25');
  // Lei 14.759 is of December 2023.
  expect(dates(2023)).not.toContain('11-20');
  expect(dates(2024)).toContain('11-20');
});

it('carnival and Corpus Christi count only where the office says so', () => {
  expect(holidaysOf(2026, USUAL_HOLIDAYS).map(({ date }) => date)).not.toContain('2026-02-17');
  const optional = holidaysOf(2026, everything).filter(({ kind }) => kind === 'optional');
  expect(optional.map(({ date }) => date)).toEqual([
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-06-04',
  ]);
  expect(dueOn('2026-02-13', 3)).toBe('2026-02-18');
  expect(dueOn('2026-02-13', 3, workCalendar(everything))).toBe('2026-02-23');
});

it('a holiday of the office counts on its day, or every year from the first on', () => {
  const own = [
    { date: '2026-08-12', name: 'Aniversário da cidade', yearly: true },
    { date: '2026-08-13', name: 'Luto', yearly: false },
    { date: '2028-02-29', name: 'Bissexto', yearly: true },
  ];
  const calendar = workCalendar({ known: [], own });
  expect(dueOn('2026-08-11', 1, calendar)).toBe('2026-08-14');
  expect(dueOn('2027-08-11', 1, calendar)).toBe('2027-08-13');
  expect(dueOn('2025-08-11', 1, calendar)).toBe('2025-08-12');
  expect(calendar('2028-02-29')).toMatchObject({ kind: 'own', name: 'Bissexto' });
  expect(calendar('2029-03-01')).toBeUndefined();
});

it('the day of the event is not counted, the last day is, over weekends and holidays in a row', () => {
  expect(dueOn('2026-11-23', 3)).toBe('2026-11-26');
  // Friday to Wednesday.
  expect(dueOn('2026-11-27', 3)).toBe('2026-12-02');
  // Published on a Saturday.
  expect(dueOn('2026-11-28', 3)).toBe('2026-12-02');
  // Good Friday and the weekend of Easter.
  expect(dueOn('2026-04-01', 3)).toBe('2026-04-07');
  // Over the end of the year: Christmas and New Year are Fridays of 2026 and 2027.
  expect(dueOn('2026-12-24', 5)).toBe('2027-01-04');
});

it('tells the days it passed over, and why', () => {
  const { date, off } = businessDaysAfter('2026-11-18', 3, usual);
  expect(date).toBe('2026-11-24');
  expect(off).toEqual([
    { date: '2026-11-20', id: 'black-awareness', kind: 'national' },
    { date: '2026-11-21', kind: 'weekend' },
    { date: '2026-11-22', kind: 'weekend' },
  ]);
});

it('a day of the month that is none of work gives way to the last one before it', () => {
  // 15/11/2026 is a Sunday and the Republic.
  expect(businessDayUntil('2026-11-15', usual).date).toBe('2026-11-13');
  expect(businessDayUntil('2026-11-16', usual)).toEqual({ date: '2026-11-16', off: [] });
});

it('whatever the day and the count, a deadline ends on a business day with that many of them behind it', () => {
  for (const choice of [USUAL_HOLIDAYS, everything]) {
    const calendar = workCalendar(choice);
    const holidays = new Map<string, Set<string>>();
    const isHoliday = (date: string) => {
      const year = date.slice(0, 4);
      const known =
        holidays.get(year) ?? new Set(holidaysOf(Number(year), choice).map((one) => one.date));
      holidays.set(year, known);
      return known.has(date);
    };
    for (let day = '2018-01-01', n = 0; day < '2026-01-01'; day = addDays(day, 1), n++) {
      const count = 1 + (n % 7);
      const { date } = businessDaysAfter(day, count, calendar);
      expect(weekdayOf(date) % 6, date).not.toBe(0);
      expect(isHoliday(date), date).toBe(false);
      let passed = 0;
      for (let each = addDays(day, 1); each <= date; each = addDays(each, 1)) {
        if (weekdayOf(each) % 6 !== 0 && !isHoliday(each)) passed++;
      }
      expect(passed, `${count} after ${day}`).toBe(count);
    }
  }
});
