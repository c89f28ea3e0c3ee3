import { expect, it } from 'vitest';
import type { Json } from '../../base/json.ts';
import { readNorms, readPlainRows, readRepresentacoesPublicas } from './messages.ts';

it('reads who represents which unit, with dates written dd/MM/yyyy, and keeps no CPF', () => {
  const row = {
    idRepresentacao: 830,
    statusAprovacao: 'APROVADO',
    representante: 'MARIA',
    numeroCPF: '11144477735',
    unidadeGestoraRepresentada: 'PREFEITURA',
    representacao: 'PREFEITA',
    dataInicioRepresentacao: '01/02/2025',
    dataFinalRepresentacao: null,
    dataCadastro: '02/01/2025',
  };
  const read = readRepresentacoesPublicas([row, { ...row, dataFinalRepresentacao: '31/12/2028' }]);
  const shown = { person: 'MARIA', unit: 'PREFEITURA', office: 'PREFEITA', approval: 'APROVADO' };
  expect(read).toEqual([
    { ...shown, from: '2025-02-01' },
    { ...shown, from: '2025-02-01', until: '2028-12-31' },
  ]);
});

it('links to the text of a norm over https only', () => {
  const addresses = [
    'https://tribunal.example/a.pdf',
    'http://tribunal.example/a.pdf',
    'javascript:alert(1)',
    '/a.pdf',
    null,
  ];
  const read = readNorms(addresses.map((arquivoPrincipalNorma) => ({ arquivoPrincipalNorma })));
  expect(read?.map(({ address }) => address)).toEqual([
    'https://tribunal.example/a.pdf',
    ...[undefined, undefined, undefined, undefined],
  ]);
});

it('takes nothing for an answer of the services that is no list of objects', () => {
  const answers: Json[] = [null, {}, 'x', [1], { message: 'm' }];
  for (const json of answers) {
    expect([readRepresentacoesPublicas(json), readNorms(json), readPlainRows(json)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  }
});

it('shows of a service of unknown shape its plain members as they came', () => {
  expect(
    readPlainRows([{ nome: 'FUNDO', id: 7, ativo: true, tipo: { id: 1 }, fim: null }]),
  ).toEqual([
    [
      { name: 'nome', value: 'FUNDO' },
      { name: 'id', value: '7' },
      { name: 'ativo', value: 'true' },
    ],
  ]);
});
