import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../base/json.ts';
import { CATALOGUE } from '../../layout/catalogue.ts';
import { shapeOf } from './layout-shape.ts';
import { recognise } from './recognise.ts';

const layouts = CATALOGUE.flatMap((accounts) => accounts.layouts);
const schemaOf = ({ spc, slp }: { spc: string; slp: string }): JsonObject =>
  JSON.parse(readFileSync(`public/layouts/${spc}__${slp}.schema.json`, 'utf8'));
const shapes = layouts.map((layout) => shapeOf(layout, schemaOf(layout)));

it('knows the layouts that come with the app', () => {
  expect(shapes).toHaveLength(readdirSync('public/layouts').length);
});

it.each(shapes)(
  'recognises $slp by its content, whole and with what is demanded alone',
  (shape) => {
    const { spc, slp } = shape;
    for (const names of [shape.members, shape.required, [...shape.required, 'nossoCodigo']]) {
      const document = Object.fromEntries([...names].map((name) => [name, 1]));
      expect(recognise('x.json', document, shapes)).toEqual({ layout: { spc, slp }, doubts: [] });
    }
  },
);

it('asks where the content is of no layout', () => {
  expect(recognise('x.json', { nome: 'a', codTipoEnvio: 1 }, shapes)).toEqual({ doubts: [] });
});

it('asks where names and content say different things', () => {
  const folha = Object.fromEntries([
    ...['codTipoEnvio', 'tipoUnidadeGestoraResponsavelFolha', 'folhaDePagamento'].map((n) => [
      n,
      1,
    ]),
    ['mesCompetencia', 3],
    ['anoCompetencia', 2024],
  ]);
  expect(recognise('x.json', folha, shapes)).toEqual({
    layout: { spc: 'FOLHAPAGAMENTO', slp: 'PES_FOLHAPAG' },
    period: { mes: 3, ano: 2024 },
    doubts: [],
  });
  expect(recognise('REG_LICITACAO_4_2024.json', folha, shapes)).toEqual({
    doubts: ['layouts-differ', 'periods-differ'],
  });
});
