import { expect, it } from 'vitest';
import { hasWords, searchTextOf, searchWordsOf } from './search-text.ts';

const TEXT = searchTextOf({
  objeto: 'Aquisição de GÊNEROS alimentícios',
  dataPublicacao: '2024-12-31',
  edital: '0b9f7c1e-6c1c-4a40-9a8e-3c1f5e0f4d11',
  lote: [{ item: [{ valor: 1234.5, cpf: '12345678909', quantidade: 1200 }] }],
  '~aditivo': { motivo: 'prazo' },
});

it.each([
  'generos',
  'ALIMENTÍCIOS aquisicao',
  '31/12/2024',
  '2024-12-31',
  '1.234,50',
  '1234,5',
  '1.200',
  '123.456.789-09',
  'prazo',
  '',
  '  ',
])('finds a draft by "%s", whatever the accents, case and marks', (query) => {
  expect(hasWords(TEXT, searchWordsOf(query))).toBe(true);
});

it.each(['merenda', 'generos merenda', '31/12/2025', '1.234,51', 'aditivo', '0b9f7c1e'])(
  'does not find it by "%s", which no field of it says',
  (query) => {
    expect(hasWords(TEXT, searchWordsOf(query))).toBe(false);
  },
);

it('holds each value once', () => {
  expect(searchTextOf({ rows: [{ a: 'x' }, { a: 'x' }, { a: 'y' }] })).toBe('x\ny');
});
