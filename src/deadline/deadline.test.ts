import { expect, it } from 'vitest';
import { workCalendar } from './business-days.ts';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';
import { holidayLines, readHolidayTable } from './holiday-table.ts';
import { USUAL_HOLIDAYS } from './holidays.ts';
import { ARTICLE_3, dayIn } from './rules.ts';
import { deadlineAfter, deadlineOfMonth, standingOf } from './standing.ts';

const calendar = workCalendar(USUAL_HOLIDAYS);

it('the eight layouts of article 3 have three business days', () => {
  expect(
    ARTICLE_3.map(({ slp }) => slp)
      .sort()
      .join(' '),
  ).toBe(
    'ADESAO_REG_PREC CONTRATO_ADT CONTRATO_INI CONTRATO_RESC DISPENSA_INEXIG LICITACAOFASE1 LICITACAOFASE2 SITUACAO_PROCED',
  );
  for (const rule of ARTICLE_3) expect(rule).toMatchObject({ kind: 'business-days', days: 3 });
});

it('the deadline counts from the earliest publication that the payload tells', () => {
  const payload = {
    publicacao: [{ dataPublicacao: '2026-11-20' }, { dataPublicacao: '2026-11-18' }, 'x'],
    data: '2026-02-30',
  };
  expect(dayIn(payload, '/publicacao/*/dataPublicacao')).toBe('2026-11-18');
  expect(dayIn(payload, '/data')).toBeUndefined();
  expect(dayIn({}, '/publicacao/*/dataPublicacao')).toBeUndefined();
  expect(
    dayIn({ publicacao: { dataPublicacao: '2026-11-18' } }, '/publicacao/*/dataPublicacao'),
  ).toBe(undefined);
  expect(deadlineAfter('2026-11-18', 3, calendar)).toMatchObject({ due: '2026-11-24' });
});

it('a deadline by the month is a day of the next one, or the business day before it', () => {
  const rule = { day: 31 };
  expect(deadlineOfMonth({ mes: 10, ano: 2026 }, rule, calendar).due).toBe('2026-11-30');
  expect(deadlineOfMonth({ mes: 12, ano: 2026 }, rule, calendar).due).toBe('2027-01-29');
  expect(deadlineOfMonth({ mes: 1, ano: 2026 }, rule, calendar).due).toBe('2026-02-27');
});

it('only what is homologated is done, and late is said only where it is known', () => {
  expect(standingOf('2026-11-24', undefined, '2026-11-22')).toEqual({ kind: 'due', days: 2 });
  expect(standingOf('2026-11-24', undefined, '2026-11-24')).toEqual({ kind: 'due', days: 0 });
  expect(standingOf('2026-11-24', undefined, '2026-11-30')).toEqual({ kind: 'late', days: 6 });
  expect(standingOf('2026-11-24', { on: '2026-11-24' }, '2026-11-30').kind).toBe('done-in-time');
  expect(standingOf('2026-11-24', { on: '2026-11-25' }, '2026-11-30').kind).toBe('done-late');
  expect(standingOf('2026-11-24', { seen: '2026-11-23' }, '2026-11-30').kind).toBe('done-in-time');
  expect(standingOf('2026-11-24', { seen: '2026-11-25' }, '2026-11-30').kind).toBe('done-unknown');
});

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'd1@estafeta', date: '2026-12-31', summary: 'Licitação', description: 'x' },
  ...more,
});

it('the calendar file has whole days, stable ids, escaped texts and lines of 75 octets', () => {
  const summary = 'Homologar; até, as\\barras\ne linhas '.concat('ção€😀'.repeat(30));
  const text = calendarFile([event({ summary })], Date.UTC(2026, 10, 22, 12));
  const lines = text.split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('\r\nUID:d1@estafeta\r\n');
  expect(unfolded).toContain('\r\nDTSTAMP:20261122T120000Z\r\n');
  expect(unfolded).toContain('\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  expect(unfolded).toContain(
    `\r\nSUMMARY:Homologar\\; até\\, as\\\\barras\\ne linhas ${'ção€😀'.repeat(30)}\r\n`,
  );
});

it('a table of holidays is read as it is written, and what it cannot hold is named by its line', () => {
  const holidays = [
    { date: '2026-08-12', name: 'Aniversário; da cidade', yearly: true },
    { date: '2026-08-13', name: 'Luto', yearly: false },
  ];
  const lines = holidayLines(holidays, {
    heading: ['Data', 'Nome', 'Todo ano'],
    yes: 'sim',
    no: 'não',
  });
  expect(readHolidayTable(lines)).toEqual({ holidays, faults: [] });
  const odd = [
    ['2026-08-12', 'Santo', 'SIM'],
    ['31/02/2026', 'x', 'sim'],
    [''],
    ['1/3/2026', '', ''],
    ['1/3/2026', 'x', 'talvez'],
  ];
  expect(readHolidayTable(odd)).toEqual({
    holidays: [{ date: '2026-08-12', name: 'Santo', yearly: true }],
    faults: [
      { line: 2, fault: 'no-date' },
      { line: 4, fault: 'no-name' },
      { line: 5, fault: 'no-yes-or-no' },
    ],
  });
});
