import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documentedPayload } from '../../../test/support/documented-payload.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { examine } from './examine.ts';

const schema = JSON.parse(readFileSync('public/layouts/LIC__REG_LICITACAO.schema.json', 'utf8'));
const layout = { schema, form: fieldsOf(schema, { spc: 'LIC', slp: 'REG_LICITACAO' }) };
const { idDocumentoPDF, ...rest } = documentedPayload;

it('finds the file that a file field names, and counts no error for it', () => {
  const document = { ...rest, idDocumentoPDF: 'decreto.pdf' };
  const found = examine(document, layout, 'x/payload.json', ['x/decreto.pdf', 'x/outro.pdf']);
  expect(found).toEqual({
    ...{ unknown: [], idsOfFiles: [], unsent: 0, errors: 0 },
    files: [{ pointer: '/idDocumentoPDF', name: 'decreto.pdf', path: 'x/decreto.pdf' }],
  });
});

it('counts the error of a file that is not there', () => {
  const document = { ...rest, idDocumentoPDF: 'decreto.pdf' };
  const { errors, files } = examine(document, layout, 'x/payload.json', []);
  expect(errors).toBe(1);
  expect(files).toEqual([{ pointer: '/idDocumentoPDF', name: 'decreto.pdf' }]);
});

it('lists what the layout does not know, what is not sent, and ids of another server', () => {
  const document = {
    ...documentedPayload,
    ...{ nossoCodigo: 7, numeroDecretoMunicipal: '', '~aparte': 1, dataPublicacao: null },
    detalhamentoLc123: { ...documentedPayload.detalhamentoLc123, extra: [] },
  };
  const { unknown, unsent, idsOfFiles } = examine(document, layout, 'payload.json', []);
  expect(unknown).toEqual([
    { place: '/detalhamentoLc123/extra', count: 1 },
    { place: '/nossoCodigo', count: 1 },
    { place: '/~0aparte', count: 1 },
  ]);
  expect(unsent).toBe(3);
  expect(idsOfFiles).toEqual([{ pointer: '/idDocumentoPDF', name: idDocumentoPDF }]);
});
