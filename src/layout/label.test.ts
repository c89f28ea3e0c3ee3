import { expect, it } from 'vitest';
import { labelOfName, labelOfTitle } from './label.ts';

it.each([
  ['codTipoEnvio', 'Tipo de envio'],
  ['dataPublicacao', 'Data de publicação'],
  ['numeroCPFOrdenadorDespesa', 'Número de CPF ordenador despesa'],
  ['idLicitacaoFase1', 'Identificador de licitação fase 1'],
  ['valorTotalProventos', 'Valor total proventos'],
  ['qtdPcD', 'Quantidade de PcD'],
  ['codigoUnicoMercadoriaOuServico', 'Código único mercadoria ou serviço'],
  ['___', '___'],
])('the name %s is shown as “%s”', (name, label) => {
  expect(labelOfName(name)).toBe(label);
});

it('a title that is a sentence stays, one that is a name is split', () => {
  expect(labelOfTitle('Dados do edital (2024)')).toBe('Dados do edital (2024)');
  expect(labelOfTitle('licitacaoFase1')).toBe('Licitação fase 1');
});
