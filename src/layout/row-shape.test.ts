import { expect, it } from 'vitest';
import { rowShapeOf } from './row-shape.ts';
import type { LayoutField, ObjectField } from './types.ts';

const common = (name: string, label = name) => ({ name, label, schemaPointer: '', required: true });
const text = (name: string): LayoutField => ({ kind: 'text', ...common(name), long: false });
const object = (name: string, fields: LayoutField[], label = name): ObjectField => ({
  kind: 'object',
  ...common(name, label),
  groups: [{ fields }],
});

it('sections within a row are columns, arrays within it stay apart', () => {
  const rows: LayoutField = { kind: 'array', ...common('itens'), items: text(''), minItems: 0 };
  const items = object('', [text('nome'), object('ato', [text('numero')], 'Ato'), rows]);
  const { columns, nested } = rowShapeOf(items);
  expect(columns.map(({ path, label }) => [path, label])).toEqual([
    [['nome'], 'nome'],
    [['ato', 'numero'], 'Ato › numero'],
  ]);
  expect(nested.map(({ path, label }) => [path, label])).toEqual([[['itens'], 'itens']]);
});

it('an array of plain values is a table of one column without a name', () => {
  expect(rowShapeOf(text('')).columns.map(({ path }) => path)).toEqual([[]]);
});
