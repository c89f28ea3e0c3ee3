import { expect, it } from 'vitest';
import type { JsonObject } from '../../../base/json.ts';
import { fieldsOf } from '../../../layout/fields.ts';
import { report } from '../../../validation/report.ts';
import { shownErrors } from '../../form/entries-by-field.ts';
import { blocksOf, errorsByBlock } from './blocks.ts';

const schema: JsonObject = {
  type: 'object',
  required: ['objeto'],
  properties: {
    objeto: { type: 'string' },
    lote: { type: 'array', items: { type: 'object', required: ['numero', 'valor'] } },
    'a/b': { type: 'object', properties: { data: { type: 'string' } } },
    ano: { type: 'integer' },
  },
  additionalProperties: false,
};
const form = fieldsOf(schema, { spc: 'X', slp: 'Y' });

it('each section and table is a block, after the fields that lie in none', () => {
  expect(blocksOf(form).map(({ fields }) => fields.map(({ name }) => name))).toEqual([
    ['objeto', 'ano'],
    ['lote'],
    ['a/b'],
  ]);
});

it('errors stand in their block in the order of the report; those of the whole form at its beginning', () => {
  const reported = report(schema, { lote: [{}, { numero: 1 }], 'a/b': { data: 1 }, sobra: 1 });
  const blocks = errorsByBlock(form, shownErrors(reported, 'checking'));
  expect(blocks.map(({ errors }) => errors.map(({ pointer }) => pointer))).toEqual([
    ['', '/objeto'],
    ['/lote/0/numero', '/lote/0/valor', '/lote/1/valor'],
    ['/a~1b/data'],
  ]);
});
