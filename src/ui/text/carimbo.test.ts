import { expect, test } from 'vitest';
import { stampLines } from './carimbo.ts';

const instant = Date.UTC(2026, 10, 22, 1, 5);

test('a stamp tells who signed and when, with the middle of the CPF only', () => {
  expect(stampLines({ name: 'MARIA DA CONCEIÇÃO', cpf: '12345678909' }, instant)).toEqual([
    'Assinado digitalmente por',
    'MARIA DA CONCEIÇÃO',
    'CPF ***.456.789-**',
    '21/11/2026, 22:05 (horário de Brasília)',
  ]);
});

test('without a CPF there is no line for it', () => {
  expect(stampLines({ name: 'MUNICÍPIO' }, instant)).toHaveLength(3);
});
