import { expect, it } from 'vitest';
import { fieldsOf } from '../../layout/fields.ts';
import { labelPath } from './label-path.ts';

const schema = {
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
};
const form = fieldsOf(schema, { spc: 'X', slp: 'Y' });

it('a field is named by the labels that lead to it, rows by their number', () => {
  expect(labelPath(form, '/lote/0/item/11/valorDeReferencia')).toEqual([
    'Lote 1',
    'Item 12',
    'Valor de referência',
  ]);
});

it('a row bears the name that the side file gives to one row', () => {
  const side = { groups: {}, fields: { '/properties/lote/items': { label: 'Lote do edital' } } };
  const named = fieldsOf(schema, { spc: 'X', slp: 'Y' }, { side, tables: [] });
  expect(labelPath(named, '/lote/2')).toEqual(['Lote do edital 3']);
});

it('what the layout does not know is named as the wire names it', () => {
  expect(labelPath(form, '/lote/0/sobra')).toEqual(['Lote 1', 'sobra']);
});

it('a field of any row is named by its table', () => {
  expect(labelPath(form, '/lote/*/item/*/sobra')).toEqual(['Lote', 'Item', 'sobra']);
});
