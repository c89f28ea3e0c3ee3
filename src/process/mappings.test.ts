import { expect, it } from 'vitest';
import {
  especieOf,
  hypothesesToChoose,
  isTypeTaken,
  receivedHypothesis,
  receivedProcessType,
  suggestedEspecie,
} from './mappings.ts';
import { DEFAULT_SETTINGS, isWithin } from './tables.ts';

const ESPECIES = [
  { codigo: 88, nome: 'Ofício' },
  { codigo: 89, nome: 'Ofício-Circular' },
  { codigo: 125, nome: 'Requerimento' },
];
const HIPOTESES = [
  { identificacao: 6, nome: 'Informação Pessoal', baseLegal: 'Lei 12.527/2011', ativa: true },
  { identificacao: 7, nome: 'Controle Interno', baseLegal: 'Lei 10.180/2001', ativa: false },
];
const settings = DEFAULT_SETTINGS;
const mapped = { ...settings, documentTypes: [{ tipo: 'Ofício do Prefeito', codigo: 88 }] };

it('sends a type as the espécie it is mapped to, then as the one of its name, then as the default', () => {
  const tables = { especies: ESPECIES };
  expect(especieOf('ofício do prefeito', tables, mapped)?.codigo).toBe(88);
  expect(especieOf('REQUERIMENTO', tables, mapped)?.codigo).toBe(125);
  expect(especieOf('Croqui', tables, mapped)).toEqual({ codigo: 999, nomeNoProdutor: 'Croqui' });
  const { especiePadrao, ...strict } = mapped;
  expect(especieOf('Croqui', tables, strict)).toBeUndefined();
});

it('suggests the most alike name, and none that is less than 85 % alike', () => {
  expect(suggestedEspecie('Oficio Circular', ESPECIES)?.codigo).toBe(89);
  expect(suggestedEspecie('Requerimentos', ESPECIES)?.codigo).toBe(125);
  expect(suggestedEspecie('Oficina', ESPECIES)).toBeUndefined();
});

it('takes in an espécie that is mapped, an annex that annexes are mapped for, and others where there is a default', () => {
  const { tipoDeDocumentoPadrao, ...strict } = settings;
  const received = { ...strict, receivedTypes: [{ codigo: 88, tipo: 'Ofício recebido' }] };
  const annexes = { ...strict, receivedTypes: [{ codigo: 179, tipo: 'Anexo' }] };
  expect(isTypeTaken({ codigo: 88, isAnnex: false }, received)).toBe(true);
  expect(isTypeTaken({ codigo: 88, isAnnex: true }, annexes)).toBe(true);
  expect(isTypeTaken({ codigo: 88, isAnnex: false }, annexes)).toBe(false);
  expect(isTypeTaken({ codigo: 1, isAnnex: false }, settings)).toBe(true);
});

it('keeps a hypothesis in force, puts another in the place of one that is not, or none', () => {
  const tables = { hipoteses: HIPOTESES };
  expect(receivedHypothesis(6, tables, settings)).toBe(6);
  expect(receivedHypothesis(7, tables, settings)).toBeUndefined();
  expect(receivedHypothesis(7, tables, { ...settings, hipotesePadrao: 6 })).toBe(6);
  const own = { ...settings, receivedHypotheses: [{ de: 40, para: 6 }] };
  expect(receivedHypothesis(40, tables, own)).toBe(6);
});

it("offers the body's own hypotheses, or else those of the platform that are in force", () => {
  const tables = { hipoteses: HIPOTESES };
  const own = { ...settings, hypotheses: [{ nome: 'Dados pessoais', identificacao: 6 }] };
  expect(hypothesesToChoose(tables, own).map(({ nome }) => nome)).toEqual(['Dados pessoais']);
  expect(hypothesesToChoose(tables, settings).map(({ identificacao }) => identificacao)).toEqual([
    6,
  ]);
});

it('gives a received process the type of the same name here, or the default', () => {
  const own = { ...settings, processTypes: ['Licenciamento'], tipoPadrao: 'Externo' };
  expect(receivedProcessType('LICENCIAMENTO', own)).toBe('Licenciamento');
  expect(receivedProcessType('Outro', own)).toBe('Externo');
  expect(receivedProcessType(undefined, own)).toBe('Externo');
});

it('counts a whole repository where no units of it are named', () => {
  const unit = { repositorio: 1, numero: '2002', nome: 'M' };
  expect(isWithin([{ repositorio: 1, nome: 'Federal', unidades: [] }], unit)).toBe(true);
  expect(isWithin([{ repositorio: 1, nome: 'Federal', unidades: [unit] }], unit)).toBe(true);
  const other = { ...unit, numero: '3' };
  expect(isWithin([{ repositorio: 1, nome: 'Federal', unidades: [unit] }], other)).toBe(false);
  expect(isWithin([], unit)).toBe(false);
});
