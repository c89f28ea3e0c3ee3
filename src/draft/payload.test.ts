import { expect, it } from 'vitest';
import { valueAt } from '../base/json-pointer.ts';
import { applyEdit } from './edit.ts';
import { asidePointer, payloadOf } from './payload.ts';

it('the payload holds no null, no empty text and nothing that is set aside', () => {
  expect(
    payloadOf({
      objeto: '',
      motivo: null,
      '~detalhamentoLc123': { artigo: '25' },
      lote: [{ descricao: '', '~item': [], numeroLote: 0, precoMaximo: false }],
    }),
  ).toEqual({ lote: [{ numeroLote: 0, precoMaximo: false }] });
});

it('an empty section stays: it was switched on', () => {
  expect(payloadOf({ detalhamentoLc123: {} })).toEqual({ detalhamentoLc123: {} });
});

it('array elements keep their index, even empty ones', () => {
  expect(payloadOf({ lote: [null, '', { a: null }] })).toEqual({ lote: [null, '', {}] });
});

it('text that is no number stays as it was typed', () => {
  expect(payloadOf({ valor: '12,3,4' })).toEqual({ valor: '12,3,4' });
});

it('a member is set aside next to where it was', () => {
  expect(asidePointer('/lote/0/item')).toBe('/lote/0/~0item');
});

it('an edit changes the way to what it touched, and leaves every other part the very object it was', () => {
  const document = {
    lote: [
      { n: 1, obs: '' },
      { n: 2, obs: '' },
    ],
    outra: { a: null },
  };
  const before = payloadOf(document);
  const after = payloadOf(applyEdit(document, { op: 'set', pointer: '/lote/1/n', value: 3 }));
  expect(after).toEqual({ lote: [{ n: 1 }, { n: 3 }], outra: {} });
  expect(after.outra).toBe(before.outra);
  expect(valueAt(after, '/lote/0')).toBe(valueAt(before, '/lote/0'));
});
