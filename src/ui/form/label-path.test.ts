import { expect, it } from 'vitest';
import { fieldsOf } from '../../layout/fields.ts';
import { labelPath } from './label-path.ts';

const form = fieldsOf(
  {
    type: 'object',
    properties: {
      lote: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            item: {
              type: 'array',
              items: { type: 'object', properties: { valorDeReferencia: { type: 'number' } } },
            },
          },
        },
      },
    },
  },
  { spc: 'X', slp: 'Y' },
);

it('a field is named by the labels that lead to it, rows by their number', () => {
  expect(labelPath(form, '/lote/0/item/11/valorDeReferencia')).toEqual([
    'Lote 1',
    'Item 12',
    'Valor de referência',
  ]);
});

it('what the layout does not know is named as the wire names it', () => {
  expect(labelPath(form, '/lote/0/sobra')).toEqual(['Lote 1', 'sobra']);
});
