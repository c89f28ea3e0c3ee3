import { describe, expect, it } from 'vitest';
import type { LayoutField, ObjectField } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';
import { gridColumnsOf } from './grid-columns.ts';
import { nextFault, rowFaults } from './row-faults.ts';
import { NO_FILTER, rowOrder, sumOf } from './row-order.ts';
import type { LinkNames } from './use-link-names.ts';

const common = (name: string) => ({ name, label: name, schemaPointer: '', required: true });
const items: ObjectField = {
  kind: 'object',
  ...common(''),
  groups: [
    {
      fields: [
        { kind: 'text', ...common('nome'), long: false },
        { kind: 'number', ...common('valor') },
      ] satisfies LayoutField[],
    },
  ],
};
const columns = gridColumnsOf(items, 'Linha');
const rows: Json[] = [
  { nome: 'José', valor: 0.1 },
  { valor: 10 },
  { nome: 'ana', valor: 0.2 },
  { nome: 'Bia', valor: '1,2,3' },
];
const none = new Map<number, number[]>();
const NO_NAMES: LinkNames = new Map();

describe('the order of the rows shown', () => {
  it('is the document’s own where nothing is asked for', () => {
    expect(rowOrder(rows, columns, undefined, NO_FILTER, none, NO_NAMES)).toBeUndefined();
  });

  it.each([
    [1, false, [2, 3, 0, 1]],
    [1, true, [0, 3, 2, 1]],
    [2, false, [0, 2, 3, 1]],
  ] as const)('by column %i, falling %s; empty cells are last', (column, descending, order) => {
    expect(rowOrder(rows, columns, { column, descending }, NO_FILTER, none, NO_NAMES)).toEqual(
      order,
    );
  });

  it('by the number of the row puts those with most errors first', () => {
    const faults = new Map([[3, [1, 2]]]);
    const sorting = { column: 0, descending: false };
    expect(rowOrder(rows, columns, sorting, NO_FILTER, faults, NO_NAMES)).toEqual([3, 0, 1, 2]);
  });

  it('a filter finds text without regard to accents and capitals, in one column or in all', () => {
    const found = (column: number, text: string) =>
      rowOrder(rows, columns, undefined, { column, text, faulty: false }, none, NO_NAMES);
    expect(found(0, 'jose')).toEqual([0]);
    expect(found(2, 'jose')).toEqual([]);
    expect(found(0, '1')).toEqual([0, 1, 3]);
  });

  it('a filter finds a reference by the name of what its number stands for', () => {
    const field: LayoutField = {
      ...{ kind: 'integer', ...common('cargo') },
      reference: { layouts: [{ spc: 'A', slp: 'B' }], until: 'delivered' },
    };
    const referring = gridColumnsOf({ ...items, groups: [{ fields: [field] }] }, 'Linha');
    const referred: Json[] = [{ cargo: 71 }, { cargo: 72 }];
    const names = new Map([[72, 'Agente de saúde']]);
    const found = (text: string) =>
      rowOrder(referred, referring, undefined, { column: 1, text, faulty: false }, none, names);
    expect(found('saude')).toEqual([1]);
    expect(found('7')).toEqual([0, 1]);
  });
});

it('a sum counts numbers only, and cents add up', () => {
  const column = columns[2];
  if (column?.kind !== 'cell') throw new Error('no such column');
  expect(sumOf(rows, undefined, column)).toBe(10.3);
  expect(sumOf(rows, [0, 2], column)).toBe(0.3);
  const cents = Array.from({ length: 10_000 }, () => ({ valor: 0.01 }));
  expect(sumOf(cents, undefined, column)).toBe(100);
});

it('errors are counted by row and found one after another as the rows are shown', () => {
  const entry = {
    level: 'error',
    schema: { loadingURI: '#', pointer: '' },
    instance: { pointer: '' },
    domain: 'validation',
    keyword: 'minItems',
    message: '',
    minItems: 1,
    found: 0,
  } as const;
  const errors = new Map([
    ['/lote/1/nome', [entry, entry]],
    ['/lote/1', [entry]],
    ['/lote/10/valor', [entry]],
    ['/lotes/1', [entry]],
  ]);
  const faults = rowFaults(errors, '/lote', columns);
  expect([...faults]).toEqual([
    [1, [1, 1, 0]],
    [10, [2]],
  ]);
  const after = (row: number, column: number) => nextFault(faults, [10, 1], 11, { row, column });
  expect(after(0, 1)).toEqual({ row: 0, column: 2 });
  expect(after(0, 2)).toEqual({ row: 1, column: 0 });
  expect(after(1, 1)).toEqual({ row: 0, column: 2 });
});
