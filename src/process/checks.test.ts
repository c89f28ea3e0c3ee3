import { expect, it } from 'vitest';
import { documentOf, processOf, TABLES } from '../../test/support/pen-records.ts';
import { checksOf, mayBeSent } from './checks.ts';
import type { CheckContext } from './findings.ts';
import { DEFAULT_SETTINGS, MB } from './tables.ts';
import type { Component, Process, ProcessDocument } from './types.ts';

const context: CheckContext = { tables: TABLES, settings: DEFAULT_SETTINGS, standing: 'open' };
const codesOf = (process: Process, more: Partial<CheckContext> = {}) =>
  checksOf(process, { ...context, ...more }).map(({ code }) => code);
const withDocument = (more: Partial<ProcessDocument>) =>
  processOf({ documents: [documentOf(more)] });
const component = (more: Partial<Component> = {}): Component => ({
  ...{ ordem: 1, nome: 'a.pdf', sha256: 'aa', size: 9, mimeType: 'application/pdf' },
  ...{ signatures: [], ...more },
});
const signatures = [{ p7sSha256: 'bb', holder: 'ANA', at: 1 }];

it('finds nothing in a process that is whole', () => {
  expect(codesOf(processOf())).toEqual([]);
});

it.each<[string, Partial<Process>]>([
  ['number-missing', { protocolo: ' ' }],
  ['number-too-long', { protocolo: 'x'.repeat(51) }],
  ['wrong-check-digits', { protocolo: '12345.123456/2024-91' }],
  ['description-missing', { descricao: '' }],
  ['description-too-long', { descricao: 'x'.repeat(101) }],
  ['type-too-long', { tipo: 'x'.repeat(101) }],
  ['interested-missing', { interessados: [] }],
  ['interested-unnamed', { interessados: [{ nome: '' }] }],
  ['name-too-long', { interessados: [{ nome: 'x'.repeat(151) }] }],
  [
    'identification-too-long',
    { interessados: [{ nome: 'Ana', numeroDeIdentificacao: '1'.repeat(21) }] },
  ],
  ['producer-missing', { produtor: { nome: '', tipo: 'fisica' } }],
  ['secret', { nivelDeSigilo: 3 }],
  ['hypothesis-missing', { nivelDeSigilo: 2 }],
  ['hypothesis-unknown', { nivelDeSigilo: 2, hipoteseLegal: 99 }],
  ['hypothesis-inactive', { nivelDeSigilo: 2, hipoteseLegal: 7 }],
  ['no-documents', { documents: [] }],
  ['no-documents', { documents: [documentOf({ retirado: true })] }],
])('finds %s of a process', (code, more) => {
  expect(codesOf(processOf(more))).toEqual([code]);
});

it.each<[string, Partial<ProcessDocument>]>([
  ['description-too-long', { descricao: 'x'.repeat(101) }],
  ['especie-unnamed', { especie: { codigo: 88, nomeNoProdutor: '' } }],
  ['especie-unknown', { especie: { codigo: 500, nomeNoProdutor: 'Ofício' } }],
  ['secret', { nivelDeSigilo: 3 }],
  ['hypothesis-missing', { nivelDeSigilo: 2 }],
  ['hypothesis-inactive', { nivelDeSigilo: 2, hipoteseLegal: 7 }],
  ['annex-of-nothing', { ordemDoDocumentoReferenciado: 1 }],
  ['document-empty', { components: [] }],
  ['unsigned', { origin: 'written', components: [], draftHtml: '<p>a</p>' }],
  ['unsigned', { origin: 'written', components: [component()] }],
  [
    'unsigned',
    { origin: 'written', components: [component({ signatures })], draftHtml: '<p>b</p>' },
  ],
  ['file-name-missing', { components: [component({ nome: '' })] }],
  ['file-name-too-long', { components: [component({ nome: 'x'.repeat(256) })] }],
  ['file-empty', { components: [component({ size: 0 })] }],
  ['file-too-large', { components: [component({ size: 50 * MB + 1 })] }],
  ['file-type-unknown', { components: [component({ mimeType: 'application/zip' })] }],
])('finds %s of a document, and says of which', (code, more) => {
  const [finding, ...others] = checksOf(withDocument(more), context);
  expect(finding).toMatchObject({ code, blocks: true, place: { kind: 'document', ordem: 1 } });
  expect(others).toEqual([]);
});

it('asks nothing of a signed document written here, of a withdrawn one, or of one that was sent before', () => {
  const written = { origin: 'written' as const, components: [component({ signatures })] };
  expect(codesOf(withDocument(written))).toEqual([]);
  const odd = { especie: { codigo: 500, nomeNoProdutor: '' }, components: [] };
  expect(codesOf(withDocument({ ...odd, wire: {} }))).toEqual([]);
  const documents = [documentOf(), documentOf({ id: 'd2', ordem: 2, ...odd, retirado: true })];
  expect(codesOf(processOf({ documents }))).toEqual([]);
});

it('tells all at once', () => {
  const documents = [documentOf({ components: [] })];
  expect(codesOf(processOf({ descricao: '', interessados: [], documents }))).toEqual([
    'description-missing',
    'interested-missing',
    'document-empty',
  ]);
});

it('does not let wrong check digits keep a process from being sent, and anything else does', () => {
  const wrong = processOf({ protocolo: '12345.123456/2024-91' });
  expect(mayBeSent(checksOf(wrong, context))).toBe(true);
  expect(mayBeSent(checksOf(processOf({ descricao: '' }), context))).toBe(false);
});

it('does not let a process be sent that is under way', () => {
  expect(checksOf(processOf(), { ...context, standing: 'in-transit' })).toMatchObject([
    { code: 'not-open', blocks: true, about: 'in-transit' },
  ]);
});

it('knows where this body may send to, and what a destination is known to refuse', () => {
  const destino = { repositorio: 1, numero: '2002', nome: 'Ministério' };
  const elsewhere = [{ repositorio: 9, nome: 'Outro', unidades: [] }];
  const settings = {
    ...DEFAULT_SETTINGS,
    allowed: elsewhere,
    largestByUnit: [{ ...destino, mb: 1 }],
  };
  const large = withDocument({ components: [component({ size: 2 * MB })] });
  expect(codesOf(large, { settings, destino })).toEqual([
    'destination-not-allowed',
    'too-large-there',
  ]);
  expect(codesOf(large, { settings })).toEqual([]);
});

it('of several interested parties it is told which one is meant', () => {
  const process = processOf({ interessados: [{ nome: 'Ana' }, { nome: '' }] });
  const [finding] = checksOf(process, context);
  expect(finding?.place).toEqual({ kind: 'process', field: 'interessados', n: 1 });
});
