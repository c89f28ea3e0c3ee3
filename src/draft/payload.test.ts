import { expect, it } from 'vitest';
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
