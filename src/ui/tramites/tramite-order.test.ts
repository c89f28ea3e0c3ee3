import { expect, it } from 'vitest';
import type { Tramite } from '../../app/pen/types.ts';
import { directionOf, inOrder } from './tramite-order.ts';

const UNIT = { repositorio: 1, numero: '1', nome: 'Órgão' };
const tramite = (protocolo: string): Tramite => ({
  ...{ id: protocolo, ambiente: 's', orgao: 'p', schemaVersion: 1, rev: 1, createdAt: 0 },
  ...{ changedAt: 0, idt: 7, nre: '1', direction: 'sent', protocolo },
  ...{ remetente: UNIT, destinatario: UNIT, situacao: 2, heardAt: 0, changes: [] },
});
const NEWEST_FIRST = ['2/2026', '3/2026', '1/2026'].map(tramite);

it('a list of trâmites goes by date or by words, either way round', () => {
  const numbers = (...[column, isTurned]: [column: 'date' | 'process', isTurned: boolean]) =>
    inOrder(NEWEST_FIRST, { column, isTurned }).map(({ protocolo }) => protocolo);
  expect(numbers('date', false)).toEqual(['2/2026', '3/2026', '1/2026']);
  expect(numbers('date', true)).toEqual(['1/2026', '3/2026', '2/2026']);
  expect(numbers('process', false)).toEqual(['1/2026', '2/2026', '3/2026']);
  expect(numbers('process', true)).toEqual(['3/2026', '2/2026', '1/2026']);
});

it('dates begin with the newest, words with A, and the table says so', () => {
  expect(directionOf({ column: 'date', isTurned: false })).toBe('descending');
  expect(directionOf({ column: 'process', isTurned: false })).toBe('ascending');
  expect(directionOf({ column: 'process', isTurned: true })).toBe('descending');
});
