import type { ArrayField, LayoutField, ObjectField } from '../../src/layout/types.ts';

const described = (name: string, label: string, required = true) => ({
  ...{ name, label, required },
  schemaPointer: '',
});

const section = (name: string, label: string, fields: LayoutField[]): ObjectField => ({
  ...described(name, label),
  kind: 'object',
  groups: [{ fields }],
});

const list = (name: string, label: string, fields: LayoutField[]): ArrayField => ({
  ...described(name, label),
  kind: 'array',
  items: section('', label, fields),
  minItems: 1,
});

/** A person on a payroll, with verbas and discounts: rows within rows, as in PES_FOLHAPAG. */
export const payrollItems: ObjectField = section('', 'Servidor', [
  { ...described('numeroCpf', 'CPF'), kind: 'text', long: false },
  {
    ...described('situacao', 'Situação funcional'),
    kind: 'choice',
    options: [
      { value: 1, label: 'Ativo' },
      { value: 2, label: 'Inativo' },
    ],
  },
  { ...described('dataAdmissao', 'Data de admissão'), kind: 'date' },
  list('verbas', 'Verbas', [
    { ...described('codigoVerba', 'Código da verba'), kind: 'integer' },
    { ...described('valor', 'Valor'), kind: 'number', unit: 'R$' },
  ]),
  list('descontos', 'Descontos', [{ ...described('valor', 'Valor'), kind: 'number', unit: 'R$' }]),
]);

/** The whole payroll. */
export const payrollField: ArrayField = {
  ...described('servidores', 'Servidores'),
  kind: 'array',
  items: payrollItems,
  minItems: 1,
};
