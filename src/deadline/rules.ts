import { type CivilDate, isCivilDate } from '../base/civil-date.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { pointerTokens } from '../base/json-pointer.ts';

/** A month of accounts; `mes` 1 to 12. */
export interface Month {
  mes: number;
  ano: number;
}

/** Until when a delivery of a layout must be homologated. */
export type DeadlineRule = { spc: string; slp: string } & (
  | {
      kind: 'business-days';
      days: number;
      /** Where the payload says the day it counts from: a JSON Pointer in which `*` stands for every row of an array. */
      from: string;
      /** What the form calls that place, where the office chose it. */
      fromName?: string;
      /** `article-3`: IN TCMGO 12/2018, art. 3, as a vendor quotes it. `office`: set here. */
      source: 'article-3' | 'office';
    }
  /** By a day of the month after the one of the accounts, each month since one. */
  | { kind: 'next-month'; day: number; since: Month; source: 'office' }
);

const ofPublication = (slp: string): DeadlineRule => ({
  ...{ spc: 'LIC', slp, kind: 'business-days', days: 3, source: 'article-3' },
  from: '/publicacao/*/dataPublicacao',
});

const ofEvent = (slp: string, from: string): DeadlineRule => ({
  ...{ spc: 'LIC', slp, kind: 'business-days', days: 3, source: 'article-3', from },
});

/** IN TCMGO 12/2018, art. 3 (vendor-quoted, not verified). Which field holds the day of the event is inferred. */
export const ARTICLE_3: readonly DeadlineRule[] = [
  ofPublication('LICITACAOFASE1'),
  ofEvent('LICITACAOFASE2', '/resultado/*/dataHomologacao'),
  ofPublication('DISPENSA_INEXIG'),
  ofPublication('ADESAO_REG_PREC'),
  ofPublication('CONTRATO_INI'),
  ofPublication('CONTRATO_ADT'),
  ofPublication('CONTRATO_RESC'),
  ofEvent('SITUACAO_PROCED', '/data'),
];

/** The earliest of the days that a payload says at a place; `undefined` where it says none yet. */
export const dayIn = (payload: JsonObject, from: string): CivilDate | undefined => {
  const days = valuesAt(payload, pointerTokens(from)).filter(
    (value): value is string => typeof value === 'string' && isCivilDate(value),
  );
  return days.sort()[0];
};

const valuesAt = (value: Json | undefined, tokens: readonly string[]): Json[] => {
  const [token, ...rest] = tokens;
  if (value === undefined) return [];
  if (token === undefined) return [value];
  if (token === '*') {
    return Array.isArray(value) ? value.flatMap((each) => valuesAt(each, rest)) : [];
  }
  return isJsonObject(value) ? valuesAt(value[token], rest) : [];
};
