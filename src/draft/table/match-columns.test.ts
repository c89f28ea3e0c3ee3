import { describe, expect, it } from 'vitest';
import { payrollItems } from '../../../test/support/payroll-field.ts';
import { matchColumns } from './match-columns.ts';
import { targetsOf } from './targets.ts';

const targets = targetsOf(payrollItems);
const match = (headings: string[], remembered = {}) => matchColumns(headings, targets, remembered);

describe('the field of a column', () => {
  it('is found by label, by name or by path, whatever capitals, accents and marks', () => {
    expect(
      match(['SITUACAO-FUNCIONAL', 'numero_cpf', 'verbas[].valor', 'Verbas › Código da verba']),
    ).toEqual([
      { by: 'label', target: 'situacao' },
      { by: 'name', target: 'numeroCpf' },
      { by: 'label', target: 'verbas[].valor' },
      { by: 'label', target: 'verbas[].codigoVerba' },
    ]);
  });

  it('is found by likeness where words are short for others', () => {
    expect(match(['Dt. Admissão', 'Cód. Verba', 'Observações'])).toEqual([
      { by: 'similar', target: 'dataAdmissao' },
      { by: 'similar', target: 'verbas[].codigoVerba' },
      { by: 'none' },
    ]);
  });

  it('is asked for where several would do, and never given to two columns', () => {
    expect(match(['Valor'])).toEqual([{ by: 'ambiguous' }]);
    expect(match(['CPF', 'C P F', 'CPF'])).toEqual([
      { by: 'ambiguous' },
      { by: 'none' },
      { by: 'ambiguous' },
    ]);
  });

  it('is the one that was chosen before, also that it is none', () => {
    const remembered = { 'cod func': 'numeroCpf', cpf: '', situacao: 'gone' };
    expect(match(['Cód. Func.', 'CPF', 'Situação'], remembered)).toEqual([
      { by: 'remembered', target: 'numeroCpf' },
      { by: 'remembered' },
      { by: 'name', target: 'situacao' },
    ]);
  });
});
