import { describe, expect, it } from 'vitest';
import type { Json } from '../../base/json.ts';
import { type RowShape, rowShapeOf } from '../../layout/row-shape.ts';
import type { LayoutField, ObjectField } from '../../layout/types.ts';
import { pasteAt } from './paste.ts';

const base = { schemaPointer: '', required: true };
const named = (name: string, label: string) => ({ ...base, name, label });
const section = (name: string, label: string, fields: LayoutField[]): ObjectField => ({
  ...named(name, label),
  kind: 'object',
  groups: [{ fields }],
});
const row = section('', 'Item', [
  { ...named('numero', 'Número do item'), kind: 'integer' },
  { ...named('descricao', 'Descrição'), kind: 'text', long: true },
  section('preco', 'Preço', [{ ...named('valor', 'Valor'), kind: 'number' }]),
  {
    ...named('entregas', 'Entregas'),
    kind: 'array',
    minItems: 1,
    items: section('', 'Entrega', [{ ...named('data', 'Data'), kind: 'date' }]),
  },
]);
const shape: RowShape = rowShapeOf(row);
const first = { row: 0, column: 0 };

describe('a block pasted into a table', () => {
  it('goes to the right and down from a cell; missing rows are made, others stay', () => {
    const rows: Json[] = [{ numero: 1 }, { numero: 2, preco: { valor: 1, moeda: 'BRL' } }];
    const pasted = pasteAt(shape, rows, { row: 1, column: 1 }, 'Caneta\t1.234,56\nLápis\t2,00\n');
    expect(pasted).toEqual({
      rows: [
        { numero: 1 },
        { numero: 2, descricao: 'Caneta', preco: { valor: 1234.56, moeda: 'BRL' } },
        { descricao: 'Lápis', preco: { valor: 2 }, entregas: [{}] },
      ],
      faults: [],
      unplaced: [],
    });
    expect(pasted.rows[0]).toBe(rows[0]);
    expect(rows[1]).toEqual({ numero: 2, preco: { valor: 1, moeda: 'BRL' } });
  });

  it('goes by the names of its first line where that line names columns', () => {
    const text = 'Preço › Valor\tNÚMERO DO ITEM\tCor\n10,00\t1\tazul\n20,00\t2\tverde';
    const pasted = pasteAt(shape, [], first, text);
    expect(pasted.rows).toEqual([
      { numero: 1, preco: { valor: 10 }, entregas: [{}] },
      { numero: 2, preco: { valor: 20 }, entregas: [{}] },
    ]);
    expect(pasted.unplaced).toEqual(['Cor']);
  });

  it('tells what it could not read, at its place and as it was', () => {
    const { rows, faults } = pasteAt(shape, [{}], first, 'um\tCaneta\tbarato');
    expect(rows).toEqual([{ numero: 'um', descricao: 'Caneta', preco: { valor: 'barato' } }]);
    expect(faults).toEqual([
      { pointer: '/0/numero', text: 'um', fault: 'not-a-number' },
      { pointer: '/0/preco/valor', text: 'barato', fault: 'not-a-number' },
    ]);
  });

  it('is no heading by itself, whatever its words', () => {
    const values = rowShapeOf({ ...named('nome', 'Nome'), kind: 'text', long: false });
    expect(pasteAt(values, [], first, 'Nome').rows).toEqual(['Nome']);
    const labels = pasteAt(shape, [{}], first, 'Descrição\tNúmero do item');
    expect(labels.rows).toEqual([{ numero: 'Descrição', descricao: 'Número do item' }]);
  });

  it('names what stands past the last column', () => {
    expect(pasteAt(shape, [{}], { row: 0, column: 2 }, '1,00\tsobra\t').unplaced).toEqual([
      'sobra',
    ]);
  });

  it('an empty cell empties the one under it', () => {
    const rows = [{ numero: 1, descricao: 'Caneta', preco: { valor: 1 } }];
    expect(pasteAt(shape, rows, first, '2\t\t').rows).toEqual([{ numero: 2, preco: {} }]);
  });

  it('fills a list whose rows are values', () => {
    const values = rowShapeOf({ ...named('', 'Fonte'), kind: 'integer' });
    expect(pasteAt(values, [7], { row: 1, column: 0 }, '100\n200').rows).toEqual([7, 100, 200]);
  });
});
