import { afterEach, beforeEach, expect, it } from 'vitest';
import { recepcaoEntryOf } from '../../../test/support/recepcao-entry.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { ambiente, records } from '../state.ts';
import { refusedRules, repeatedRules } from './refused-before.ts';

const LAYOUT = { spc: 'LIC', slp: 'REG_LICITACAO' };
/** The field of rule 6, by the layout's side file. */
const withPercentage = (value: Json): JsonObject => ({
  detalhamentoLc123: { percentualSubContratacaoMEEPP: value },
});

const refused = (changedAt: number, payload: JsonObject, detail: Json) => {
  const entry = recepcaoEntryOf({
    state: { kind: 'rejected', step: 'send', code: 'rule-errors', detail },
  });
  return {
    ...entry,
    id: `e${changedAt}`,
    changedAt,
    frozen: { ...entry.frozen, ...LAYOUT, payload },
  };
};

const rulesAgainst = (payload: JsonObject) =>
  repeatedRules(LAYOUT, refusedRules(LAYOUT), payload).map(({ regra }) => regra);

beforeEach(() => {
  ambiente.value = {
    ...{ id: 'simulado', tipo: 'simulado', nome: 'simulado' },
    ...{ hosts: { recepcao: '' }, anchors: [] },
  };
});

afterEach(() => {
  ambiente.value = undefined;
  records.entries.value = [];
});

it('warns of a rule where its field holds again what the court refused', () => {
  records.entries.value = [refused(1, withPercentage(15), [{ regra: 6, mensagem: 'acima' }])];
  expect(rulesAgainst(withPercentage(15))).toEqual([6]);
  expect(rulesAgainst(withPercentage(10))).toEqual([]);
  expect(rulesAgainst({})).toEqual([]);
});

it('warns of a rule whose field nobody knows, and of nothing the court did not number', () => {
  records.entries.value = [
    refused(1, {}, [{ regra: 7, mensagem: 'faltou' }]),
    refused(2, {}, { message: 'arquivo não assinado' }),
  ];
  expect(rulesAgainst({ codTipoEnvio: 1 })).toEqual([7]);
});

it('tells the last words of a rule and how often it was met, the last met first', () => {
  records.entries.value = [
    refused(1, withPercentage(15), [{ regra: 6, mensagem: 'antes' }]),
    refused(2, {}, [{ regra: 7, mensagem: 'faltou' }]),
    refused(3, withPercentage(20), [{ regra: 6, mensagem: 'depois' }]),
  ];
  expect(refusedRules(LAYOUT)).toMatchObject([
    { regra: 6, mensagem: 'depois', times: 2, values: [20, 15] },
    { regra: 7, times: 1 },
  ]);
  expect(refusedRules({ spc: 'LIC', slp: 'OUTRO' })).toEqual([]);
});
