import { expect, it } from 'vitest';
import type { DeadlineRule } from '../../app/deadlines/types.ts';
import { readRule, type TypedRule, typedRule } from './typed-rule.ts';

const monthly: DeadlineRule = {
  ...{ spc: 'FOLHAPAGAMENTO', slp: 'PES_FOLHAPAG', kind: 'next-month', day: 15 },
  ...{ since: { mes: 3, ano: 2026 }, source: 'office' },
};

const typed = (more: Partial<TypedRule>): TypedRule => ({ ...typedRule(monthly), ...more });

it('a rule shown to be changed and kept as it is stays the same rule, now of the office', () => {
  expect(readRule(typedRule(monthly))).toEqual({ ok: true, value: monthly });
  const quoted: DeadlineRule = {
    ...{ spc: 'LIC', slp: 'SITUACAO_PROCED', kind: 'business-days', days: 3 },
    ...{ from: '/data', source: 'article-3' },
  };
  expect(readRule(typedRule(quoted))).toEqual({
    ok: true,
    value: { ...quoted, fromName: '', source: 'office' },
  });
});

it('a count, a day or a month that does not exist is refused, and so is a layout without dates', () => {
  for (const count of ['', '0', '-3', '2,5', 'três', '32'])
    expect(readRule(typed({ count }))).toEqual({ ok: false, error: 'bad-count' });
  for (const since of ['', '13/2026', '0/2026', '2026', '01/26', '01/1999'])
    expect(readRule(typed({ since }))).toEqual({ ok: false, error: 'bad-month' });
  expect(readRule(typed({ kind: 'business-days', count: '3' }))).toEqual({
    ok: false,
    error: 'no-date',
  });
});
