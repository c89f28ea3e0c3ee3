import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showMoney } from '../../base/brazilian-number.ts';
import type { CellField } from '../../layout/row-shape.ts';
import { readCell } from './read-cell.ts';
import { numberStyleOf } from './read-number.ts';

const base = { name: 'campo', schemaPointer: '', label: 'Campo', required: false };
const number: CellField = { ...base, kind: 'number' };
const integer: CellField = { ...base, kind: 'integer' };
const date: CellField = { ...base, kind: 'date' };
const yes: CellField = { ...base, kind: 'boolean' };
const text: CellField = { ...base, kind: 'text', long: false };
const cpf: CellField = { ...text, name: 'numeroCpf', label: 'CPF' };
const cnpj: CellField = { ...text, name: 'numeroCNPJ' };
const either: CellField = { ...text, label: 'CPF ou CNPJ do credor' };
const code: CellField = {
  ...base,
  kind: 'choice',
  options: [
    { value: 1, label: 'Inicial' },
    { value: 2, label: 'Atualização' },
    { value: 3, label: 'Outro' },
    { value: 4, label: 'Outro' },
    { value: 5 },
  ],
};

describe('numbers', () => {
  it.each([
    ['1.234,56', 1234.56],
    ['R$ 1.234,56', 1234.56],
    ['R$\u00a01.234,56', 1234.56],
    ['-0,5', -0.5],
    ['(1.234,50)', -1234.5],
    ['10,00-', -10],
    ['1234', 1234],
    [' 7 ', 7],
    [12.5, 12.5],
  ])('%j is read', (cell, value) => {
    expect(readCell(number, cell)).toEqual({ value });
  });

  it.each([
    [number, 'mil', 'not-a-number'],
    [number, '12345678901234567890', 'too-many-digits'],
    [integer, '1,5', 'not-an-integer'],
    [integer, 1.5, 'not-an-integer'],
    [number, true, 'not-a-number'],
    [number, '#N/D', 'spreadsheet-error'],
  ] as const)('what is none stays as text and is told', (field, cell, fault) => {
    const read = readCell(field, cell);
    expect(read.fault).toBe(fault);
    expect(read.value).toBe(typeof cell === 'number' ? '1,5' : String(cell));
  });

  it('a point before the decimals is read only where the whole column writes so', () => {
    expect(numberStyleOf(['1,234.56', '7', '1.234'])).toBe('english');
    expect(numberStyleOf(['1234.5', '1.234,56'])).toBe('brazilian');
    expect(numberStyleOf(['1.234', '10.000', 12.5])).toBe('brazilian');
    expect(readCell(number, '1,234.56', 'english')).toEqual({ value: 1234.56 });
    expect(readCell(number, '1.5')).toEqual({ value: '1.5', fault: 'not-a-number' });
  });

  it('whatever an amount shows is read back, in both ways of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const shown = showMoney(cents / 100);
        expect(readCell(number, shown).value).toBe(cents / 100);
        const english = shown.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
        expect(readCell(number, english, 'english').value).toBe(cents / 100);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['31/12/2024', '2024-12-31', undefined],
    ['1/2/2024', '2024-02-01', undefined],
    ['31.12.2024', '2024-12-31', undefined],
    ['2024-12-31', '2024-12-31', undefined],
    ['31122024', '2024-12-31', undefined],
    ['20101112', '2010-11-12', undefined],
    ['31/12/24', '2024-12-31', 'year-of-two-digits'],
    ['31/12/71', '1971-12-31', 'year-of-two-digits'],
    ['31/12/2024 00:00:00', '2024-12-31', undefined],
    ['2024-12-31T14:05:00', '2024-12-31', 'time-left-out'],
    [45657, '2024-12-31', 'serial-date'],
  ])('%j is read', (cell, value, note) => {
    expect(readCell(date, cell)).toEqual({ value, ...(note && { note }) });
  });

  it.each(['31/02/2024', '12/31/2024', 'ontem', 'jan/24', `31/12/2024${' '.repeat(40)}00:00`])(
    '%s stays as text and is told',
    (cell) => {
      expect(readCell(date, cell)).toEqual({ value: cell, fault: 'not-a-date' });
    },
  );
});

it.each([
  ['Sim', true],
  ['S', true],
  ['VERDADEIRO', true],
  ['1', true],
  [true, true],
  ['NÃO', false],
  ['n', false],
  ['false', false],
  [0, false],
])('yes or no: %j is read', (cell, value) => {
  expect(readCell(yes, cell)).toEqual({ value });
  expect(readCell(yes, 'talvez').fault).toBe('not-yes-or-no');
});

describe('codes', () => {
  it.each([
    ['1', 1],
    [1, 1],
    ['01', 1],
    ['1,00', 1],
    ['1 - Inicial', 1],
    ['1-inicial', 1],
    ['ATUALIZACAO', 2],
    ['5 – Desconhecido', 5],
    ['1 -\nInicial', 1],
  ])('%j is read by number, by label or by both', (cell, value) => {
    expect(readCell(code, cell)).toEqual({ value });
  });

  it.each([
    ['9', 9, 'unknown-code'],
    ['1.000', '1.000', 'unknown-code'],
    ['Nenhum', 'Nenhum', 'unknown-code'],
    ['Outro', 'Outro', 'ambiguous-code'],
    ['1 - Atualização', '1 - Atualização', 'code-and-label-differ'],
  ])('%j is told', (cell, value, fault) => {
    expect(readCell(code, cell)).toEqual({ value, fault });
  });
});

describe('CPF and CNPJ', () => {
  it.each([
    [cpf, '529.982.247-25', { value: '52998224725' }],
    [cpf, '52998224725', { value: '52998224725' }],
    [cpf, 1234567890, { value: '01234567890', note: 'zeros-restored' }],
    [cpf, '52998224726', { value: '52998224726', note: 'wrong-check-digits' }],
    [either, '11.222.333/0001-81', { value: '11222333000181' }],
    [either, '12.ABC.345/01DE-35', { value: '12ABC34501DE35' }],
    [cnpj, 191, { value: '00000000000191', note: 'zeros-restored' }],
    [text, '529.982.247-25', { value: '529.982.247-25' }],
    [cpf, 'não tem', { value: 'não tem' }],
  ])('%#: punctuation goes, zeros lost in a spreadsheet come back', (field, cell, reading) => {
    expect(readCell(field, cell)).toEqual(reading);
  });
});

it('nothing is lost: what is not read is the text itself, for any cell', () => {
  const cells = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean());
  fc.assert(
    fc.property(fc.constantFrom(number, integer, date, yes, code, text), cells, (field, cell) => {
      const { value, fault } = readCell(field, cell);
      if (value === undefined) expect(String(cell).trim()).toBe('');
      if (fault && typeof cell === 'string' && field !== code) expect(value).toBe(cell.trim());
    }),
  );
});
