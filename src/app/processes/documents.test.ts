import { expect, it } from 'vitest';
import type { ProcessDocument } from '../../process/types.ts';
import {
  canMove,
  mayBeRestored,
  moved,
  withComponent,
  withDocument,
  without,
  withoutComponent,
} from './documents.ts';
import { newDocument } from './new-record.ts';

const produtor = { nome: 'Ana', tipo: 'fisica' } as const;
const document = (id: string, more: Partial<ProcessDocument> = {}): ProcessDocument => ({
  ...newDocument('file', { codigo: 88, nomeNoProdutor: 'Ofício' }, '', { produtor, now: 0 }),
  ...more,
  id,
});
const listed = (...documents: ProcessDocument[]) =>
  documents.reduce<ProcessDocument[]>((list, one) => withDocument(list, one), []);
const order = (documents: ProcessDocument[]) =>
  documents.map(({ id, ordem, ordemDoDocumentoReferenciado: of }) =>
    of === undefined ? `${ordem}${id}` : `${ordem}${id}→${of}`,
  );

it('documents are counted from 1 without gaps, and an annex follows its document', () => {
  const all = listed(
    document('a'),
    document('b'),
    document('c', { ordemDoDocumentoReferenciado: 2 }),
  );
  expect(order(moved(all, 'b', -1))).toEqual(['1b', '2a', '3c→1']);
  expect(order(without(all, 'a'))).toEqual(['1b', '2c→1']);
  expect(order(without(all, 'b'))).toEqual(['1a', '2c']);
});

it('what went out before keeps its place for ever', () => {
  const all = listed(document('a', { wire: {} }), document('b'), document('c'));
  expect(canMove(all, 'b', -1)).toBe(false);
  expect(order(moved(all, 'b', -1))).toEqual(order(all));
  expect(order(without(all, 'a'))).toEqual(order(all));
  expect(order(moved(all, 'c', -1))).toEqual(['1a', '2c', '3b']);
  expect([canMove(all, 'c', 1), canMove(all, 'x', 1)]).toEqual([false, false]);
});

it('the files of a document are counted from 1 without gaps', () => {
  const file = { nome: 'a.pdf', sha256: '', size: 1, mimeType: 'application/pdf', signatures: [] };
  const two = withComponent(withComponent(document('a'), file), { ...file, nome: 'b.pdf' });
  expect(withoutComponent(two, 1).components.map(({ ordem, nome }) => [ordem, nome])).toEqual([
    [1, 'b.pdf'],
  ]);
});

it('a withdrawn document may come back until the others were told that it is', () => {
  expect(
    [{ wire: { retirado: false } }, { wire: { retirado: true } }, {}].map((more) =>
      mayBeRestored(document('a', { retirado: true, ...more })),
    ),
  ).toEqual([true, false, true]);
});
