import { describe, expect, it } from 'vitest';
import { toBase64, toHex } from '../base/bytes.ts';
import type { JsonObject } from '../base/json.ts';
import { motivoOf, type ReceiveRules, receiveProblems } from './receive-checks.ts';
import { readReceived } from './received-metadata.ts';
import { takenIn } from './take-in.ts';
import type { Process } from './types.ts';

const DATE = '2024-05-02T10:00:00-03:00';

const hashOf = (mark: number) => new Uint8Array(32).fill(mark);

const document = (ordem: number, change: JsonObject = {}): JsonObject => ({
  ...{ ordem, descricao: '***', retirado: false, nivelDeSigilo: 1 },
  ...{ dataHoraDeProducao: DATE, dataHoraDeRegistro: DATE },
  produtor: { nome: 'Fulana', tipo: 'fisica' },
  especie: { codigo: 88, nomeNoProdutor: 'Ofício' },
  componentesDigitais: [
    {
      ...{ ordem: 1, nome: `${ordem}.html`, tamanhoEmBytes: 123, mimeType: 'text/html' },
      hash: { algoritmo: 'SHA256', conteudo: toBase64(hashOf(ordem)) },
    },
  ],
  ...change,
});

const process = (documentos: JsonObject[], change: JsonObject = {}): JsonObject => ({
  protocolo: '12345.123456/2024-19',
  ...{ nivelDeSigilo: 1, processoDeNegocio: 'Convênio', descricao: 'Repasse' },
  ...{ dataHoraDeProducao: DATE, dataHoraDeRegistro: DATE },
  produtor: { nome: 'Fulana', tipo: 'fisica' },
  interessados: [{ nome: 'Beltrano' }],
  documentos,
  ...change,
});

const metadata = (change: JsonObject): string =>
  JSON.stringify({
    nre: '0000025656262025',
    remetente: {
      identificacaoDoRepositorioDeEstruturas: 1,
      numeroDeIdentificacaoDaEstrutura: 2002,
    },
    destinatario: {
      identificacaoDoRepositorioDeEstruturas: 40,
      numeroDeIdentificacaoDaEstrutura: '1001',
    },
    ...change,
  });

const read = (text: string) => {
  const received = readReceived(text);
  if (!received) throw new Error('unreadable');
  return received;
};

const RULES: ReceiveRules = {
  largestBytes: 1000,
  isEspecieMapped: () => true,
  isHipoteseMapped: () => true,
  isOurs: ({ repositorio, numero }) => repositorio === 40 && numero === '1001',
};

const arrival = (text: string) => ({
  ...{ ambiente: 'simulado', orgao: 'prefeitura', idt: 7, metadata: text, received: read(text) },
  ...{ processId: 'p', tipo: 'Geral', unitName: 'Protocolo', at: 1000 },
});

const codes = (text: string, held: Process | undefined, rules = RULES) =>
  receiveProblems(read(text), held ? { same: held } : {}, rules).map(({ code, ordem }) =>
    ordem === undefined ? code : `${code} ${ordem}`,
  );

describe('metadata that came', () => {
  it('are read with the hash of each file and the sender’s own document object', () => {
    const { documents, remetente, kind } = read(metadata({ processo: process([document(1)]) }));
    expect(kind).toBe('processo');
    expect(remetente).toEqual({ repositorio: 1, numero: '2002', nome: '' });
    expect(documents[0]?.components[0]?.sha256).toBe(toHex(hashOf(1)));
    expect(documents[0]?.wire).toEqual(document(1));
  });

  it('of a document alone make a process with that one document and no NRE', () => {
    const { ordem: _, ...alone } = document(1, { protocolo: '99' });
    const avulso = arrival(metadata({ documento: alone }));
    const made = takenIn(avulso, undefined);
    expect(made).toMatchObject({ protocolo: '99', tipo: 'Geral', documents: [{ ordem: 1 }] });
    expect(made.nre).toBeUndefined();
  });

  it('that count files from zero count from one here', () => {
    const counted = [0, 1].map((ordem) => ({
      ...{ ordem, nome: `${ordem}.pdf`, tamanhoEmBytes: 5, mimeType: 'application/pdf' },
      hash: { algoritmo: 'SHA256', conteudo: toBase64(hashOf(ordem)) },
    }));
    const text = metadata({ processo: process([document(1, { componentesDigitais: counted })]) });
    expect(read(text).documents[0]?.components.map(({ ordem }) => ordem)).toEqual([1, 2]);
  });

  it('without an NRE or with a hash that is none are not read', () => {
    expect(readReceived(metadata({ nre: null, processo: process([document(1)]) }))).toBeUndefined();
    const wrong = { nome: 'a', hash: { conteudo: 'YWJj' } };
    const text = metadata({ processo: process([document(1, { componentesDigitais: [wrong] })]) });
    expect(readReceived(text)).toBeUndefined();
    expect(readReceived('<html>')).toBeUndefined();
  });
});

describe('before it is taken in', () => {
  it('nothing speaks against a process in order', () => {
    expect(codes(metadata({ processo: process([document(1), document(2)]) }), undefined)).toEqual(
      [],
    );
  });

  it('each thing this body does not take is told with its document', () => {
    const strict = {
      ...RULES,
      isEspecieMapped: (codigo: number) => codigo !== 999,
      isHipoteseMapped: () => false,
    };
    const odd = document(2, {
      especie: { codigo: 999, nomeNoProdutor: 'Outra' },
      ...{ nivelDeSigilo: 2, hipoteseLegal: { identificacao: 3 } },
    });
    const files = [
      {
        ...{ ordem: 1, nome: 'vazio.pdf', tamanhoEmBytes: 0, mimeType: 'application/pdf' },
        hash: { conteudo: toBase64(hashOf(3)) },
      },
      {
        ...{ ordem: 2, nome: 'grande.bin', tamanhoEmBytes: 1001, mimeType: 'outro' },
        hash: { conteudo: toBase64(hashOf(4)) },
      },
    ];
    const documents = [document(1), odd, document(3, { componentesDigitais: files })];
    expect(codes(metadata({ processo: process(documents) }), undefined, strict)).toEqual([
      'especie-not-mapped 2',
      'hipotese-not-mapped 2',
      'component-missing 3',
      'too-large 3',
      'format-unknown 3',
    ]);
  });

  it('a unit that is not ours, a secret process and a gap in the order are told', () => {
    const text = metadata({
      destinatario: {
        identificacaoDoRepositorioDeEstruturas: 40,
        numeroDeIdentificacaoDaEstrutura: '9',
      },
      processo: process([document(1), document(3)], { nivelDeSigilo: 3 }),
    });
    expect(codes(text, undefined)).toEqual(['unit-unknown', 'secret', 'orders-broken']);
  });

  it('nothing is missing of a withdrawn document', () => {
    const withdrawn = document(2, { retirado: true, componentesDigitais: [] });
    expect(codes(metadata({ processo: process([document(1), withdrawn]) }), undefined)).toEqual([]);
  });

  it('each problem has the code with which the platform knows a refusal', () => {
    expect(motivoOf({ code: 'format-unknown' })).toBe('01');
    expect(motivoOf({ code: 'component-corrupt' })).toBe('02');
    expect(motivoOf({ code: 'component-missing' })).toBe('03');
    expect(motivoOf({ code: 'especie-not-mapped' })).toBe('04');
    expect(motivoOf({ code: 'too-large' })).toBe('99');
  });
});

describe('a process that comes back', () => {
  const left = () =>
    takenIn(arrival(metadata({ processo: process([document(1), document(2)]) })), undefined);

  it('adds its new documents to the one we hold and is unread again', () => {
    const held = { ...left(), openedAt: 5 };
    const text = metadata({ processo: process([document(1), document(2), document(3)]) });
    expect(codes(text, held)).toEqual([]);
    const back = takenIn({ ...arrival(text), idt: 8 }, held);
    expect(back.id).toBe(held.id);
    expect(back.openedAt).toBeUndefined();
    expect(back.documents.map(({ ordem }) => ordem)).toEqual([1, 2, 3]);
    expect(back.documents.slice(0, 2)).toEqual(held.documents);
    expect(back.received).toEqual({ metadata: text, idt: 8 });
  });

  it('is what the other body made of it, its secrecy first of all', () => {
    const ground = { nivelDeSigilo: 2, hipoteseLegal: { identificacao: 6 } };
    const changed = {
      ...{ ...ground, descricao: 'Outro assunto' },
      interessados: [{ nome: 'Maria' }, { nome: 'José' }],
    };
    const text = metadata({ processo: process([document(1, ground), document(2)], changed) });
    const [first] = left().documents;
    const back = takenIn({ ...arrival(text), idt: 8 }, left());
    expect(back).toMatchObject({ nivelDeSigilo: 2, hipoteseLegal: 6, descricao: 'Outro assunto' });
    expect(back.interessados.map(({ nome }) => nome)).toEqual(['Maria', 'José']);
    expect(back.documents[0]).toMatchObject({ nivelDeSigilo: 2, hipoteseLegal: 6 });
    expect(back.documents[0]?.components).toEqual(first?.components);
    expect(back.documents[0]?.wire).toMatchObject(ground);
    expect(back.documents[1]).toMatchObject({ nivelDeSigilo: 1 });
  });

  it('keeps the stricter level of a document of ours', () => {
    const ground = { nivelDeSigilo: 2, hipoteseLegal: { identificacao: 6 } };
    const held = takenIn(
      arrival(metadata({ processo: process([document(1, ground)]) })),
      undefined,
    );
    const text = metadata({ processo: process([document(1)]) });
    expect(takenIn({ ...arrival(text), idt: 8 }, held).documents[0]).toMatchObject({
      ...{ nivelDeSigilo: 2, hipoteseLegal: 6, wire: ground },
    });
  });

  it('with a document changed, gone or under another number is told', () => {
    const other = document(1, { especie: { codigo: 42, nomeNoProdutor: 'Despacho' } });
    const text = metadata({ processo: process([other], { protocolo: '1' }) });
    expect(codes(text, left())).toEqual([
      'protocol-changed',
      'document-changed 1',
      'document-gone 2',
    ]);
    const changed = document(2, { componentesDigitais: [] });
    expect(codes(metadata({ processo: process([document(1), changed]) }), left())).toEqual([
      'document-changed 2',
      'component-missing 2',
    ]);
  });

  it('with a document withdrawn meanwhile is in order, and has it withdrawn here too', () => {
    const withdrawn = document(2, { retirado: true, componentesDigitais: [] });
    const text = metadata({ processo: process([document(1), withdrawn]) });
    expect(codes(text, left())).toEqual([]);
    expect(takenIn({ ...arrival(text), idt: 8 }, left()).documents[1]?.retirado).toBe(true);
  });
});
