import { isCivilDate } from '../../base/civil-date.ts';
import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { Writings } from '../../base/record.ts';
import { KNOWN_HOLIDAYS, type OwnHoliday, USUAL_HOLIDAYS } from '../../deadline/holidays.ts';
import { ARTICLE_3, type DeadlineRule, type Month } from '../../deadline/rules.ts';
import type { DeadlineChoices, Watch } from './choices.ts';

/** As long as the office decided nothing. */
export const USUAL: DeadlineChoices = { holidays: USUAL_HOLIDAYS, rules: ARTICLE_3, watches: [] };

/** The decisions as they are kept. */
export interface KeptChoices extends DeadlineChoices {
  writings: Writings;
  /** Epoch ms UTC; 0: before that was written down. */
  changedAt: number;
}

/** Decisions out of a store or a copy; `writer`: id of the browser that wrote those that do not tell. */
export const keptChoices = (kept: Json, writer: string): KeptChoices => {
  const { writings, changedAt } = isJsonObject(kept) ? kept : {};
  const told = isJsonObject(writings) ? Object.entries(writings) : [[writer, 1] as const];
  return {
    ...readChoices(kept),
    writings: Object.fromEntries(
      told.flatMap(([browser, count]) => (isCount(count) ? [[browser, count]] : [])),
    ),
    changedAt: isCount(changedAt) ? changedAt : 0,
  };
};

/** The decisions as they were kept; of what cannot be read, nothing, and where a whole part is missing, what is usual. */
export const readChoices = (kept: Json): DeadlineChoices => {
  if (!isJsonObject(kept)) return USUAL;
  const { holidays, rules, watches } = kept;
  return {
    holidays: isJsonObject(holidays) ? readHolidays(holidays) : USUAL.holidays,
    rules: Array.isArray(rules) ? rules.flatMap(readRule) : USUAL.rules,
    watches: Array.isArray(watches) ? watches.flatMap(readWatch) : USUAL.watches,
  };
};

const readHolidays = ({ known, own }: JsonObject): DeadlineChoices['holidays'] => ({
  known: KNOWN_HOLIDAYS.flatMap(({ id }) =>
    Array.isArray(known) && known.includes(id) ? [id] : [],
  ),
  own: Array.isArray(own) ? own.flatMap(readOwn) : [],
});

const readOwn = (value: Json): OwnHoliday[] => {
  if (!isJsonObject(value)) return [];
  const { date, name, yearly } = value;
  if (!isDate(date) || typeof name !== 'string') return [];
  return [{ date, name, yearly: yearly === true }];
};

const readRule = (value: Json): DeadlineRule[] => {
  if (!isJsonObject(value)) return [];
  const { spc, slp, kind, days, from, fromName, source, day, since } = value;
  if (typeof spc !== 'string' || typeof slp !== 'string') return [];
  if (kind === 'business-days' && isCount(days) && typeof from === 'string') {
    const said = source === 'article-3' ? source : 'office';
    const named = typeof fromName === 'string' && { fromName };
    return [{ spc, slp, kind, days, from, ...named, source: said }];
  }
  const month = readMonth(since);
  if (kind === 'next-month' && isCount(day) && month) {
    return [{ spc, slp, kind, day, since: month, source: 'office' }];
  }
  return [];
};

const readMonth = (value: Json | undefined): Month | undefined => {
  if (!isJsonObject(value)) return undefined;
  const { mes, ano } = value;
  return isCount(mes) && isCount(ano) ? { mes, ano } : undefined;
};

const readWatch = (value: Json): Watch[] => {
  if (!isJsonObject(value)) return [];
  const { id, ambiente, representacao, spc, slp, day, note } = value;
  const texts = [id, ambiente, spc, slp, note];
  if (!areTexts(texts) || !isDate(day)) return [];
  const [watch = '', where = '', accounts = '', layout = '', noted = ''] = texts;
  return [
    {
      ...{ id: watch, ambiente: where, spc: accounts, slp: layout, day, note: noted },
      ...(isCount(representacao) && { representacao }),
    },
  ];
};

const isDate = (value: Json | undefined): value is string =>
  typeof value === 'string' && isCivilDate(value);

const isCount = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0;

const areTexts = (values: readonly (Json | undefined)[]): values is string[] =>
  values.every((value) => typeof value === 'string');
