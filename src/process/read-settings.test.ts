import { expect, it } from 'vitest';
import { isJsonObject, parseJson } from '../base/json.ts';
import { readPenSettings } from './read-settings.ts';
import { DEFAULT_SETTINGS, type PenSettings } from './tables.ts';

const UNIT = { repositorio: 1, numero: '2002', nome: 'Ministério' };
const FULL: PenSettings = {
  ...DEFAULT_SETTINGS,
  receivingUnit: UNIT,
  processTypes: ['Licenciamento'],
  documentTypes: [{ tipo: 'Ofício do Prefeito', codigo: 88 }],
  receivedTypes: [{ codigo: 88, tipo: 'Ofício recebido' }],
  hypotheses: [{ nome: 'Dados pessoais', identificacao: 6 }],
  receivedHypotheses: [{ de: 40, para: 6 }],
  hipotesePadrao: 6,
  allowed: [{ repositorio: 1, nome: 'Federal', unidades: [] }],
  partial: [{ repositorio: 1, nome: 'Federal', unidades: [UNIT] }],
  largestByUnit: [{ ...UNIT, mb: 20 }],
  acceptsAlone: true,
};
const copyOf = (settings: PenSettings) => parseJson(JSON.stringify(settings));

it('reads what was written, and leaves absent what was chosen to be so', () => {
  expect(readPenSettings(copyOf(FULL))).toEqual(FULL);
  const { especiePadrao, tipoDeDocumentoPadrao, ...strict } = FULL;
  expect(readPenSettings(copyOf(strict))).toEqual(strict);
});

it('of settings from before, what may be received is not limited by what may be sent', () => {
  const { largestReceivedMb, ...older } = { ...FULL, largestDocumentMb: 3 };
  expect(readPenSettings(copyOf({ ...older, largestReceivedMb }))?.largestReceivedMb).toBe(1024);
  expect(readPenSettings(parseJson(JSON.stringify(older)))?.largestReceivedMb).toBe(1024);
});

it('lets nothing be accepted alone unless it was chosen in so many words', () => {
  const { acceptsAlone, ...older } = FULL;
  expect(readPenSettings(copyOf({ ...older, acceptsAlone: false }))?.acceptsAlone).toBe(false);
  expect(readPenSettings(parseJson(JSON.stringify(older)))?.acceptsAlone).toBe(false);
});

it.each([
  ['no settings', {}],
  ['a part of 300 MB', { partMb: 300 }],
  ['no tries', { mostTries: 0 }],
  ['a code that is a text', { documentTypes: [{ tipo: 'X', codigo: '88' }] }],
  ['a unit without a number', { receivingUnit: { repositorio: 1, nome: 'X' } }],
  ['a list that is none', { allowed: {} }],
])('takes nothing of a file with %s', (what, change) => {
  const settings = copyOf(FULL);
  const base = what === 'no settings' || !isJsonObject(settings) ? {} : settings;
  expect(readPenSettings({ ...base, ...change })).toBeUndefined();
});
