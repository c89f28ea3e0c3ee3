import { expect, it } from 'vitest';
import { CATALOGUE } from '../../layout/catalogue.ts';
import { readPath } from './read-path.ts';

const layouts = CATALOGUE.flatMap((accounts) => accounts.layouts);

it.each<[string, string | undefined, [number, number] | undefined]>([
  ['LIC/REG_LICITACAO/10/2024/decreto.json', 'REG_LICITACAO', [10, 2024]],
  ['REG_LICITACAO_10_2024.json', 'REG_LICITACAO', [10, 2024]],
  ['reg-licitacao 2024-10.json', 'REG_LICITACAO', [10, 2024]],
  ['LIC_REG_LICITACAO_202410.json', 'REG_LICITACAO', [10, 2024]],
  ['REG_LICITACAO_102024.json', 'REG_LICITACAO', [10, 2024]],
  ['2024/10/LICITACAOFASE1/1.json', 'LICITACAOFASE1', [10, 2024]],
  ['2024/LICITACAOFASE1_3.json', 'LICITACAOFASE1', [3, 2024]],
  ['Folha Março 2024/PES_FOLHAPAG.json', 'PES_FOLHAPAG', [3, 2024]],
  ['FOLHAPAGAMENTO/PES_FOLHAPAG/MAR-2024/folha.json', 'PES_FOLHAPAG', [3, 2024]],
  // The file speaks before its folder.
  ['LICITACAOFASE1/LICITACAOFASE2_1_2024.json', 'LICITACAOFASE2', [1, 2024]],
  // Two layouts, two months: nothing is guessed.
  ['LICITACAOFASE1_LICITACAOFASE2.json', undefined, undefined],
  ['10-2024/REG_LICITACAO_11_2024.json', 'REG_LICITACAO', undefined],
  // The day of an export, months and years that are none, names in names.
  ['REG_LICITACAO_2024-10-05.json', 'REG_LICITACAO', undefined],
  ['REG_LICITACAO_05102024.json', 'REG_LICITACAO', undefined],
  ['REG_LICITACAO_05-10-2024.json', 'REG_LICITACAO', undefined],
  ['REG_LICITACAO_13_2024.json', 'REG_LICITACAO', undefined],
  ['REG_LICITACAO_10_2017.json', 'REG_LICITACAO', undefined],
  ['XREG_LICITACAO.json', undefined, undefined],
  ['payload.json', undefined, undefined],
])('%s: %s, %j', (path, slp, period) => {
  const read = readPath(path, layouts);
  expect(read.layout?.slp).toBe(slp);
  expect(read.period).toEqual(period && { mes: period[0], ano: period[1] });
});
