import { describe, expect, it } from 'vitest';
import { payrollItems } from '../../../test/support/payroll-field.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { readRows } from './read-rows.ts';
import { targetsOf } from './targets.ts';
import type { SheetLines } from './types.ts';

const targets = targetsOf(payrollItems);

/** The lines of a file whose columns go to these fields, in order. */
const read = (keys: string[], lines: SheetLines, firstIndex = 0) => {
  const columns = keys.flatMap((key, index) => {
    const target = targets.find((each) => each.key === key);
    return target ? [{ index, target }] : [];
  });
  return readRows(lines, columns, payrollItems, firstIndex);
};

const flat = ['numeroCpf', 'situacao', 'dataAdmissao'];
const perVerba = ['numeroCpf', 'verbas[].codigoVerba', 'verbas[].valor', 'descontos[].valor'];

describe('the lines of a file', () => {
  it('are a row each, with what a row cannot do without; empty lines are none', () => {
    const lines = [
      ['529.982.247-25', 'Ativo', '2024-12-31'],
      ['', ' '],
      ['529.982.247-25', 2, '31/12/24'],
    ];
    expect(read(flat, lines)).toEqual({
      rows: [
        ...[[1, '2024-12-31'] as const, [2, '2024-12-31'] as const].map(
          ([situacao, dataAdmissao]) => ({
            ...{ verbas: [{}], descontos: [{}] },
            ...{ numeroCpf: '52998224725', situacao, dataAdmissao },
          }),
        ),
      ],
      faults: [],
      notes: [{ index: 2, note: 'year-of-two-digits', count: 1 }],
    });
  });

  it('are one row while they repeat its own columns or leave them blank, with rows in it', () => {
    const lines = [
      ['52998224725', 10, '1.000,00', '90,00'],
      ['52998224725', 20, '50,00', ''],
      ['', 30, '5,00', ''],
      ['12345678909', 10, '2.000,00', '100,00'],
      ['52998224725', 40, '1,00', ''],
    ];
    const verba = (codigoVerba: number, valor: number) => ({ codigoVerba, valor });
    expect(read(perVerba, lines).rows).toEqual([
      {
        numeroCpf: '52998224725',
        verbas: [verba(10, 1000), verba(20, 50), verba(30, 5)],
        descontos: [{ valor: 90 }],
      },
      { numeroCpf: '12345678909', verbas: [verba(10, 2000)], descontos: [{ valor: 100 }] },
      { numeroCpf: '52998224725', verbas: [verba(40, 1)], descontos: [{}] },
    ]);
  });

  it('tell each cell that cannot be read, with its place in file and draft, and keep its text', () => {
    const lines = [
      ['52998224725', 10, 'mil', ''],
      ['', null, '1,00', ''],
    ];
    const { rows, faults } = read(perVerba, lines, 7);
    expect(rows).toMatchObject([{ verbas: [{ codigoVerba: 10, valor: 'mil' }, { valor: 1 }] }]);
    expect(faults).toEqual([
      { line: 0, index: 2, pointer: '/7/verbas/0/valor', text: 'mil', fault: 'not-a-number' },
      {
        line: 1,
        index: 1,
        pointer: '/7/verbas/1/codigoVerba',
        text: '',
        fault: 'formula-without-value',
      },
    ]);
  });

  it('are read with a point before the decimals where their column writes so, and that is told', () => {
    const { rows, notes } = read(perVerba, [
      ['52998224725', '1', '1,000.50', '7,00'],
      ['', '2', '20.5', '8,50'],
    ]);
    expect(rows).toMatchObject([
      { verbas: [{ valor: 1000.5 }, { valor: 20.5 }], descontos: [{ valor: 7 }, { valor: 8.5 }] },
    ]);
    expect(notes).toEqual([{ index: 2, note: 'english-numbers', count: 1 }]);
  });
});

describe('lines whose columns go to several lists of one row', () => {
  const cellsOf = (row: Json, list: string, name: string): unknown[] => {
    const rows = valueAt(row, list);
    return Array.isArray(rows) ? rows.map((each) => valueAt(each, name)) : [];
  };
  const listsOf = (lines: SheetLines) => {
    const { rows, notes } = read(perVerba, lines);
    const made = rows.map((row) => ({
      verbas: cellsOf(row, '/verbas', '/codigoVerba'),
      descontos: cellsOf(row, '/descontos', '/valor'),
    }));
    return { made, notes };
  };

  it('make no row of a list whose cells they repeat beside another, and that is told', () => {
    const { made, notes } = listsOf([
      ['52998224725', 10, '100,00', '7,00'],
      ['52998224725', 20, '50,00', '7,00'],
      ['52998224725', 30, '25,00', ''],
    ]);
    expect(made).toEqual([{ verbas: [10, 20, 30], descontos: [7] }]);
    expect(notes).toEqual([{ index: 3, note: 'repeated-lines', count: 1 }]);
  });

  it('make one row for each of two lists of which they hold all pairs', () => {
    const { made, notes } = listsOf([
      ['52998224725', 10, '100,00', '7,00'],
      ['52998224725', 10, '100,00', '8,00'],
      ['52998224725', 20, '50,00', '7,00'],
      ['52998224725', 20, '50,00', '8,00'],
    ]);
    expect(made).toEqual([{ verbas: [10, 20], descontos: [7, 8] }]);
    expect(notes).toEqual([
      { index: 1, note: 'repeated-lines', count: 2 },
      { index: 3, note: 'repeated-lines', count: 2 },
    ]);
  });

  it('make a row each of the list that alone changes or of which alone they speak, equal ones too', () => {
    const { made } = listsOf([
      ['52998224725', 10, '100,00', '7,00'],
      ['52998224725', 10, '100,00', '7,00'],
      ['52998224725', 20, '50,00', '7,00'],
      // Nothing changes here: what changes elsewhere in the file is what it counts.
      ['12345678909', 10, '5,00', '1,00'],
      ['12345678909', 10, '5,00', '1,00'],
      ['11144477735', 10, '9,00', '2,00'],
      ['', 10, '9,00', ''],
      ['', '', '', '2,00'],
    ]);
    expect(made).toEqual([
      { verbas: [10, 10, 20], descontos: [7] },
      { verbas: [10, 10], descontos: [1] },
      { verbas: [10, 10], descontos: [2, 2] },
    ]);
  });
});
