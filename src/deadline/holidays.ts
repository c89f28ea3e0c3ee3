import { type CivilDate, isCivilDate } from '../base/civil-date.ts';
import { addDays } from './days.ts';
import { easterOf } from './easter.ts';

/**
 * `national`: by federal law. `state`: of Goiás, laid down for the state's own servants (Lei GO 20.756/2020, art. 269, II);
 * that they count for the court's deadlines is inferred. `optional`: pontos facultativos, no holidays by any law.
 */
export type HolidayKind = 'national' | 'state' | 'optional';

interface FixedRule {
  /** `MM-dd`. */
  on: string;
  /** First year of the law. */
  since?: number;
}

interface EasterRule {
  /** Calendar days after Easter Sunday. */
  easter: number;
}

type KnownHoliday = { id: string; kind: HolidayKind } & (FixedRule | EasterRule);

/** The holidays the app knows; their names are chosen from the ids. */
const KNOWN = [
  // Lei 662/1949, as of Lei 10.607/2002.
  { id: 'new-year', kind: 'national', on: '01-01' },
  { id: 'tiradentes', kind: 'national', on: '04-21' },
  { id: 'labour', kind: 'national', on: '05-01' },
  { id: 'independence', kind: 'national', on: '09-07' },
  { id: 'all-souls', kind: 'national', on: '11-02' },
  { id: 'republic', kind: 'national', on: '11-15' },
  { id: 'christmas', kind: 'national', on: '12-25' },
  // Lei 6.802/1980.
  { id: 'aparecida', kind: 'national', on: '10-12' },
  // Lei 14.759/2023.
  { id: 'black-awareness', kind: 'national', on: '11-20', since: 2024 },
  // Lei 9.093/1995, art. 2: a holiday of every municipality.
  { id: 'good-friday', kind: 'national', easter: -2 },
  { id: 'goias-city', kind: 'state', on: '07-26' },
  { id: 'goiania-stone', kind: 'state', on: '10-24' },
  { id: 'public-servant', kind: 'state', on: '10-28' },
  { id: 'carnival-monday', kind: 'optional', easter: -48 },
  { id: 'carnival-tuesday', kind: 'optional', easter: -47 },
  { id: 'ash-wednesday', kind: 'optional', easter: -46 },
  { id: 'corpus-christi', kind: 'optional', easter: 60 },
] as const satisfies readonly KnownHoliday[];

export type HolidayId = (typeof KNOWN)[number]['id'];

/** The known holidays by id and kind, in the order to show. */
export const KNOWN_HOLIDAYS: readonly { id: HolidayId; kind: HolidayKind }[] = KNOWN;

/** A holiday that the office wrote down, such as one of its municipality. */
export interface OwnHoliday {
  /** The first time, or the only one. */
  date: CivilDate;
  name: string;
  /** Whether it comes back every year on that day. */
  yearly: boolean;
}

/** Which days the office takes for holidays. */
export interface HolidayChoice {
  /** Those of the known ones that count. */
  known: readonly HolidayId[];
  own: readonly OwnHoliday[];
}

/** All by law; no ponto facultativo. */
export const USUAL_HOLIDAYS: HolidayChoice = {
  known: KNOWN.filter(({ kind }) => kind !== 'optional').map(({ id }) => id),
  own: [],
};

/** A holiday on one day. */
export type Holiday =
  | { date: CivilDate; id: HolidayId; kind: HolidayKind }
  | { date: CivilDate; name: string; kind: 'own' };

/** The holidays of a year that count, the earliest first; a day may have several. */
export const holidaysOf = (year: number, { known, own }: HolidayChoice): Holiday[] => {
  const all: Holiday[] = KNOWN.filter(({ id }) => known.includes(id)).flatMap((rule) => {
    const date = dateIn(year, rule);
    return date ? [{ date, id: rule.id, kind: rule.kind }] : [];
  });
  for (const { date, name, yearly } of own) {
    const day = yearly ? `${year}${date.slice(4)}` : date;
    // 29/02 comes back in leap years only.
    if (!isCivilDate(day) || day < date || !day.startsWith(`${year}-`)) continue;
    all.push({ date: day, name, kind: 'own' });
  }
  return all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};

const dateIn = (year: number, rule: FixedRule | EasterRule): CivilDate | undefined => {
  if ('easter' in rule) return addDays(easterOf(year), rule.easter);
  return year >= (rule.since ?? 0) ? `${year}-${rule.on}` : undefined;
};
