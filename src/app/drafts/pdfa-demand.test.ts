import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Attachment } from '../../attachment/types.ts';
import { ok } from '../../base/result.ts';
import { fieldsOf } from '../../layout/fields.ts';
import { notPdfAWhereDemanded } from './pdfa-demand.ts';

const demanding = { type: 'string', format: 'arquivo-ged', description: 'Arquivo em PDF/A' };
const schema = {
  type: 'object',
  properties: {
    edital: demanding,
    foto: { type: 'string', format: 'arquivo-ged', title: 'Foto' },
    anexos: { type: 'array', items: { type: 'object', properties: { documento: demanding } } },
  },
};

const attachment = (id: string, pdfa?: Attachment['pdfa']): [string, Attachment] => [
  id,
  {
    id,
    draftId: 'd',
    chosen: { sha256: id, size: 1, name: `${id}.pdf`, kind: 'pdf' },
    ...(pdfa && { pdfa }),
  },
];

const claims = { part: 2, level: 'b' } as const;

const told = (edital: string, foto: string, ...anexos: string[]) =>
  notPdfAWhereDemanded({
    form: fieldsOf(schema, { spc: 'X', slp: 'Y' }),
    payload: signal({ edital, foto, anexos: anexos.map((documento) => ({ documento })) }),
    attachments: signal(
      new Map([
        attachment('good', ok({ claims, contradictions: [], fonts: [] })),
        attachment('bad', ok({ claims, contradictions: ['javascript'], fonts: [] })),
        attachment('none', ok({ contradictions: [], fonts: [] })),
        attachment('unread'),
      ]),
    ),
  }).map(({ id }) => id);

test('a field asks for PDF/A where the words of the layout do, wherever it stands', () => {
  expect(told('none', 'none', 'good', 'bad')).toEqual(['none', 'bad']);
});

test('a file that keeps its claim is not told, one never looked at is', () => {
  expect(told('good', 'bad', 'unread')).toEqual(['unread']);
});
