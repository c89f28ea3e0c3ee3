import { expect, it } from 'vitest';
import { documentOf, processOf } from '../../test/support/pen-records.ts';
import { afterRegistered } from './after-sending.ts';
import { metadataOf, type Route, signaturesOf } from './metadata.ts';

const ROUTE: Route = {
  remetente: { repositorio: 30, numero: '1001', nome: 'Prefeitura' },
  destinatario: { repositorio: 1, numero: '2002', nome: 'Ministério' },
  onlyPending: false,
};
const ABC = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
const send = (process: ReturnType<typeof processOf>, route = ROUTE) =>
  metadataOf(process, route, new Map([['p7s', 'UDdT']]));

it('writes a process as the platform wants it, hashes in base64', () => {
  expect(send(processOf())).toEqual({
    cabecalho: {
      remetente: {
        identificacaoDoRepositorioDeEstruturas: 30,
        numeroDeIdentificacaoDaEstrutura: '1001',
      },
      destinatario: {
        identificacaoDoRepositorioDeEstruturas: 1,
        numeroDeIdentificacaoDaEstrutura: '2002',
      },
      enviarApenasComponentesDigitaisPendentes: false,
      propriedadesAdicionais: [],
    },
    processo: {
      protocolo: '12345.123456/2024-19',
      nivelDeSigilo: 1,
      processoDeNegocio: 'Licenciamento',
      descricao: 'Alvará de obra',
      dataHoraDeProducao: '2026-11-20T09:30:00-03:00',
      dataHoraDeRegistro: '2026-11-20T09:30:00-03:00',
      produtor: {
        ...{ nome: 'Ana Prado', tipo: 'fisica' },
        unidade: { nome: 'Protocolo', tipo: 'orgaopublico' },
      },
      interessados: [{ nome: 'Maria das Dores' }],
      documentos: [
        {
          ...{ ordem: 1, descricao: 'Requerimento', retirado: false, nivelDeSigilo: 1 },
          dataHoraDeProducao: '2026-11-20T09:30:00-03:00',
          dataHoraDeRegistro: '2026-11-20T09:30:00-03:00',
          produtor: { nome: 'Ana Prado', tipo: 'fisica' },
          especie: { codigo: 88, nomeNoProdutor: 'Ofício' },
          componentesDigitais: [
            {
              ...{ ordem: 1, nome: 'requerimento.pdf' },
              hash: { algoritmo: 'SHA256', conteudo: ABC },
              ...{ tamanhoEmBytes: 1234, mimeType: 'application/pdf', tipoDeConteudo: 'txt' },
            },
          ],
        },
      ],
    },
  });
});

it('names the NRE from the second trâmite on, the reason of urgency, and the legal ground of what is restricted', () => {
  const process = processOf({ nre: '0000000000012026', nivelDeSigilo: 2, hipoteseLegal: 6 });
  const { cabecalho, processo } = send(process, { ...ROUTE, motivoDaUrgencia: 2 });
  expect(cabecalho).toMatchObject({ NRE: '0000000000012026', urgencia: true, motivoDaUrgencia: 2 });
  expect(processo.hipoteseLegal).toEqual({ identificacao: 6 });
  expect(send(processOf({ hipoteseLegal: 6 })).processo).not.toHaveProperty('hipoteseLegal');
});

it('keeps the place of a withdrawn document by an empty file, and marks what has no description', () => {
  const documents = [
    documentOf({ id: 'b', ordem: 2, descricao: ' ' }),
    documentOf({ id: 'a', ordem: 1, retirado: true }),
  ];
  const [first, second] = send(processOf({ documents })).processo.documentos;
  expect(first).toMatchObject({
    ...{ ordem: 1, retirado: true },
    componentesDigitais: [
      {
        ...{ nome: 'cancelado.html', tamanhoEmBytes: 0, mimeType: 'text/html' },
        hash: { conteudo: 'D152rc5pJT2JOJqB5Qv9GvmEuZ15uyQz6sv1DpKiLBY=' },
      },
    ],
  });
  expect(second).toMatchObject({ ordem: 2, descricao: '***', retirado: false });
});

it('tells annexes and documents of an attached process by their numbers', () => {
  const documents = [
    documentOf(),
    documentOf({ id: 'd2', ordem: 2, ordemDoDocumentoReferenciado: 1 }),
    documentOf({ id: 'd3', ordem: 3, protocoloDoProcessoAnexado: '00001.000001/2025-19' }),
  ];
  const [, annex, attached] = send(processOf({ documents })).processo.documentos;
  expect(annex).toMatchObject({ ordemDoDocumentoReferenciado: 1 });
  expect(attached).toMatchObject({ protocoloDoProcessoAnexado: '00001.000001/2025-19' });
});

it('carries a signature as its P7S beside the hash of the file', () => {
  const [component] = documentOf().components;
  if (!component) throw new Error('no component');
  const signatures = [{ p7sSha256: 'p7s', holder: 'ANA PRADO', at: Date.UTC(2026, 10, 20, 12) }];
  const components = [{ ...component, signatures }];
  const process = processOf({ documents: [documentOf({ components })] });
  expect(signaturesOf(process)).toEqual(['p7s']);
  expect(send(process).processo.documentos[0]?.componentesDigitais[0]?.assinaturasDigitais).toEqual(
    [
      {
        dataHora: '2026-11-20T12:00:00.000Z',
        razao: 'Assinado eletronicamente por ANA PRADO',
        hash: { algoritmo: 'SHA256withRSA', conteudo: ABC },
        cadeiaDoCertificado: { formato: 'PKCS7', conteudo: 'UDdT' },
      },
    ],
  );
  expect(() => metadataOf(process, ROUTE, new Map())).toThrow();
});

it('sends a document again as it went out first, whatever was changed here since, but for its withdrawal', () => {
  const first = send(processOf());
  const sent = afterRegistered(processOf(), first, '0000000000012026');
  expect(sent.nre).toBe('0000000000012026');
  const changed = sent.documents.map((document) => ({
    ...{ ...document, descricao: 'Outra', especie: { codigo: 1, nomeNoProdutor: 'X' } },
    components: [],
  }));
  const again = send({ ...sent, documents: changed });
  expect(again.processo.documentos).toEqual(first.processo.documentos);
  const otherwise = send(processOf({ documents: [documentOf({ descricao: 'Outra' })] }));
  expect(afterRegistered(sent, otherwise, 'n').documents).toEqual(sent.documents);
  const withdrawn = changed.map((document) => ({ ...document, retirado: true }));
  const last = send({ ...sent, documents: withdrawn });
  expect(last.processo.documentos).toEqual(
    first.processo.documentos.map((document) => ({ ...document, retirado: true })),
  );
  expect(afterRegistered(sent, last, 'n').documents[0]?.wire).toMatchObject({ retirado: true });
});

it('gives back what came with a received process, also what this app has no field for', () => {
  const wire = { ordem: 1, retirado: false, descricao: '***', volume: 3 };
  const metadata = JSON.stringify({
    processo: {
      ...{ protocolo: 'x', descricao: 'x', nivelDeSigilo: 1, documentos: [wire] },
      produtor: { nome: 'Órgão', tipo: 'orgaopublico', endereco: { cidade: 'Goiânia' } },
      interessados: [{ nome: 'Maria das Dores', sexo: 'F' }],
      itensHistorico: [{ operacao: 'Registro' }],
    },
  });
  const process = processOf({
    received: { metadata, idt: 7 },
    documents: [documentOf({ origin: 'received', wire }), documentOf({ id: 'd2', ordem: 2 })],
  });
  const { processo } = send(process);
  expect(processo).toMatchObject({
    ...{ protocolo: '12345.123456/2024-19', descricao: 'Alvará de obra' },
    produtor: { endereco: { cidade: 'Goiânia' } },
    interessados: [{ nome: 'Maria das Dores', sexo: 'F' }],
    itensHistorico: [{ operacao: 'Registro' }],
  });
  expect(processo.documentos[0]).toEqual(wire);
  expect(processo.documentos).toHaveLength(2);
});
