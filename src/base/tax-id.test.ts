import { expect, it } from 'vitest';
import { isCnpj, isCpf } from './tax-id.ts';

it('knows a CPF by its check digits', () => {
  expect(['12345678909', '98765432100', '00000000191'].every(isCpf)).toBe(true);
  expect(
    ['12345678908', '12345678919', '00000000000', '1234567890', 'abcdefghijk'].some(isCpf),
  ).toBe(false);
});

it('knows a CNPJ by its check digits, with letters too', () => {
  expect(['11222333000181', '00000000000191', '12ABC34501DE35'].every(isCnpj)).toBe(true);
  expect(['11222333000180', '12ABC34501DE36', '00000000000000', '1122233300018'].some(isCnpj)).toBe(
    false,
  );
});
