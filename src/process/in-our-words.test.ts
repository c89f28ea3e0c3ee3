import { expect, it } from 'vitest';
import { TABLES } from '../../test/support/pen-records.ts';
import { inOurWords } from './in-our-words.ts';
import { readReceived } from './received-metadata.ts';
import { DEFAULT_SETTINGS } from './tables.ts';

const produtor = { nome: 'Fulana', tipo: 'fisica' };
const unit = { identificacaoDoRepositorioDeEstruturas: 1, numeroDeIdentificacaoDaEstrutura: '2' };
const common = {
  ...{ nivelDeSigilo: 2, hipoteseLegal: { identificacao: 40 }, produtor },
  ...{ dataHoraDeProducao: '2026-11-20T09:30:00-03:00', descricao: 'Repasse' },
};
const document = (ordem: number, codigo: number, nomeNoProdutor: string, more = {}) => ({
  ...{ ...common, ordem, especie: { codigo, nomeNoProdutor }, componentesDigitais: [] },
  ...more,
});
const received = readReceived(
  JSON.stringify({
    ...{ nre: '1', remetente: unit, destinatario: unit },
    processo: {
      ...{ ...common, protocolo: 'p', interessados: [] },
      documentos: [
        document(1, 88, 'Ofício da origem'),
        document(2, 42, 'Despacho da origem'),
        document(3, 42, '', { hipoteseLegal: { identificacao: 6 } }),
        document(4, 88, 'Planta', { ordemDoDocumentoReferenciado: 1 }),
      ],
    },
  }),
);
if (!received) throw new Error('unreadable');

const settings = {
  ...DEFAULT_SETTINGS,
  receivedTypes: [
    { codigo: 88, tipo: 'Ofício recebido' },
    { codigo: 179, tipo: 'Anexo' },
  ],
  receivedHypotheses: [{ de: 40, para: 6 }],
};

it('what came stands here under the types and grounds of this body; an unmapped type keeps its name, and a nameless one gets the default', () => {
  const ours = inOurWords(received, TABLES, settings);
  expect(ours.documents.map(({ especie }) => especie)).toEqual([
    { codigo: 88, nomeNoProdutor: 'Ofício recebido' },
    { codigo: 42, nomeNoProdutor: 'Despacho da origem' },
    { codigo: 42, nomeNoProdutor: 'Documento externo' },
    { codigo: 88, nomeNoProdutor: 'Anexo' },
  ]);
  expect([ours, ...ours.documents].map(({ hipoteseLegal }) => hipoteseLegal)).toEqual([
    ...[6, 6, 6, 6, 6],
  ]);
});

it('what identifies a document to other bodies is not touched', () => {
  const ours = inOurWords(received, TABLES, settings);
  expect(ours.documents.map(({ wire }) => wire)).toEqual(
    received.documents.map(({ wire }) => wire),
  );
  expect(ours.documents[0]?.wire).toMatchObject({
    especie: { codigo: 88, nomeNoProdutor: 'Ofício da origem' },
    hipoteseLegal: { identificacao: 40 },
  });
});

it('a ground that stands for none here stays what it is, for who took it in all the same', () => {
  const ours = inOurWords(received, TABLES, { ...settings, receivedHypotheses: [] });
  expect(ours.hipoteseLegal).toBe(40);
});
