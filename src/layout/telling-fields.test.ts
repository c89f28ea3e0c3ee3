import { expect, it } from 'vitest';
import type { Json } from '../base/json.ts';
import { fieldsOf } from './fields.ts';
import { tellingFields } from './telling-fields.ts';

const schema = {
  type: 'object',
  properties: {
    codTipoEnvio: { type: 'integer', enum: [1, 2, 3] },
    numeroContrato: { type: 'string' },
    anoContrato: { type: 'integer' },
    dataAssinatura: { type: 'string', format: 'date' },
    idDocumentoPDF: { type: 'string', format: 'arquivo-ged' },
    contrato: {
      type: 'object',
      properties: {
        nomeFornecedor: { type: 'string' },
        objetoContrato: { type: 'string' },
        valorContrato: { type: 'number' },
      },
    },
  },
};
const layout = { spc: 'LIC', slp: 'CONTRATO_INI' };
const payload: Json = {
  codTipoEnvio: 1,
  numeroContrato: '12',
  anoContrato: 2024,
  dataAssinatura: '2024-03-05',
  idDocumentoPDF: '00000000-0000-4000-8000-000000000001',
  contrato: { nomeFornecedor: 'ACME', objetoContrato: 'Merenda escolar', valorContrato: 1234.5 },
};
const side = {
  groups: {},
  fields: { '/properties/contrato/properties/valorContrato': { unit: 'R$' } },
};

const told = (of: Json, summary: string[][] = []) =>
  tellingFields(fieldsOf(schema, layout, { side, tables: [] }), of, summary).map(
    ({ text }) => text,
  );

it('tells what the layout is known by first, then object, other text, amount and date, four at most', () => {
  expect(told(payload, [['/numeroContrato', '/anoContrato']])).toEqual([
    '12/2024',
    'Merenda escolar',
    'ACME',
    '1.234,50',
  ]);
});

it('tells a layout of which nothing is known by its texts, amount and date, and never by an id of a file', () => {
  expect(told(payload)).toEqual(['Merenda escolar', '12', '1.234,50', '05/03/2024']);
});

it('tells nothing of what is not filled in', () => {
  expect(told({ codTipoEnvio: 1, contrato: { valorContrato: 2 } }, [['/numeroContrato']])).toEqual([
    '2,00',
  ]);
});
