import type { DeadlineRule } from '../../app/deadlines/types.ts';
import { err, ok, type Result } from '../../base/result.ts';

/** A rule as it is typed. */
export interface TypedRule {
  /** `LIC/CONTRATO_INI`. */
  layout: string;
  kind: DeadlineRule['kind'];
  /** Business days, or the day of the month. */
  count: string;
  from: string;
  fromName: string;
  /** `MM/aaaa`. */
  since: string;
}

export type RuleFault = 'bad-count' | 'bad-month' | 'no-date';

export const typedRule = (rule: DeadlineRule | undefined): TypedRule => {
  const blank: TypedRule = {
    ...{ layout: 'FOLHAPAGAMENTO/PES_FOLHAPAG', kind: 'next-month' },
    ...{ count: '', from: '', fromName: '', since: '' },
  };
  if (!rule) return blank;
  const { kind } = rule;
  const shared = { ...blank, layout: `${rule.spc}/${rule.slp}`, kind };
  if (kind === 'business-days') return { ...shared, count: String(rule.days), from: rule.from };
  const { mes, ano } = rule.since;
  const since = `${String(mes).padStart(2, '0')}/${ano}`;
  return { ...shared, count: String(rule.day), since };
};

/** The rule that was typed; it is the office's own. */
export const readRule = ({
  layout,
  kind,
  count,
  from,
  fromName,
  since,
}: TypedRule): Result<DeadlineRule, RuleFault> => {
  const [spc = '', slp = ''] = layout.split('/');
  const many = Number(count);
  const most = kind === 'next-month' ? 31 : 365;
  if (!Number.isInteger(many) || many < 1 || many > most) return err('bad-count');
  const source = 'office';
  if (kind === 'business-days') {
    return from === ''
      ? err('no-date')
      : ok({ spc, slp, kind, days: many, from, fromName, source });
  }
  const [, month = '', year = ''] = /^(\d{1,2})\/(20\d{2})$/.exec(since.trim()) ?? [];
  const mes = Number(month);
  if (mes < 1 || mes > 12) return err('bad-month');
  return ok({ spc, slp, kind, day: many, since: { mes, ano: Number(year) }, source });
};
