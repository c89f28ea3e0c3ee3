import { expect, it } from 'vitest';
import type { Json } from '../../base/json.ts';
import { USUAL_HOLIDAYS } from '../../deadline/holidays.ts';
import { ARTICLE_3 } from '../../deadline/rules.ts';
import type { DeadlineChoices } from './choices.ts';
import { readChoices } from './read-choices.ts';

const usual: DeadlineChoices = { holidays: USUAL_HOLIDAYS, rules: ARTICLE_3, watches: [] };

const decided: DeadlineChoices = {
  holidays: {
    known: ['christmas', 'corpus-christi'],
    own: [{ date: '2026-08-12', name: 'Aniversário', yearly: true }],
  },
  rules: [
    {
      ...{ spc: 'LIC', slp: 'REG_LICITACAO', kind: 'business-days', days: 5 },
      ...{ from: '/dataPublicacao', fromName: 'Data da publicação', source: 'office' },
    },
    {
      ...{ spc: 'FOLHAPAGAMENTO', slp: 'PES_FOLHAPAG', kind: 'next-month', day: 15 },
      ...{ since: { mes: 1, ano: 2026 }, source: 'office' },
    },
  ],
  watches: [
    {
      ...{ id: 'w', ambiente: 'simulado', representacao: 21, spc: 'LIC', slp: 'CONTRATO_INI' },
      ...{ day: '2026-11-03', note: 'Contrato 12' },
    },
  ],
};

const asKept = (value: object): Json => JSON.parse(JSON.stringify(value));

it('what the office decided is read as it was kept', () => {
  expect(readChoices(asKept(decided))).toEqual(decided);
  expect(readChoices(asKept(usual))).toEqual(usual);
});

it('of what cannot be read nothing is taken, and a part that is missing is as usual', () => {
  expect(readChoices({})).toEqual(usual);
  expect(readChoices('?')).toEqual(usual);
  const spoiled: Json = {
    holidays: { known: ['no such day', 'christmas'], own: [{ date: '31/12', name: 'x' }, 1] },
    rules: [
      { spc: 'LIC', slp: 'X', kind: 'business-days', days: -1, from: '/d' },
      { spc: 'LIC', slp: 'X', kind: 'next-month', day: 3 },
      null,
    ],
    watches: [{ id: 'w', ambiente: 'a', spc: 'LIC', slp: 'X', day: '2026-02-30', note: '' }],
  };
  expect(readChoices(spoiled)).toEqual({
    holidays: { known: ['christmas'], own: [] },
    rules: [],
    watches: [],
  });
});
