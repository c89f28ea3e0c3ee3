import { expect, it } from 'vitest';
import type { Json } from '../base/json.ts';
import { referringLayouts, refersTo } from './referring.ts';

it('a legislation is referred to by the layouts that name one, a payroll by its budget execution', async () => {
  const namesOf = async (spc: string, slp: string) =>
    (await referringLayouts({ spc, slp })).map((layout) => layout.slp);
  expect(await namesOf('ATOSDEPESSOAL', 'PES_LEGISLACAO')).toContain('PES_CARGOS');
  expect(await namesOf('FOLHAPAGAMENTO', 'PES_FOLHAPAG')).toEqual(['PES_FP_EXC_ORCM']);
  expect(await namesOf('LIC', 'RETIFICAHOMOLOG')).toEqual([]);
});

it('a number refers to a delivery only where the layout says that it is one', () => {
  const members = new Set(['idPessoalCargo']);
  const rows: Json[] = [{ idPessoalCargo: 7 }, { idPessoalCargo: 505, quantidade: 9 }];
  expect(refersTo({ lista: rows }, 505, { members })).toBe(true);
  expect(refersTo({ lista: rows }, 9, { members })).toBe(false);
  expect(refersTo(rows, 505, { members: new Set(['idPessoalLegislacao']) })).toBe(false);
});
