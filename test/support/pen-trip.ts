import { type Bytes, fromHex, sha256Hex, toBase64, utf8 } from '../../src/base/bytes.ts';
import type { Json, JsonObject } from '../../src/base/json.ts';

/** The two receipts of one trâmite, JSON texts as the gateway passed them on, and what it was about. */
export interface PenTrip {
  idt: number;
  nre: string;
  /** Base64 SHA-256 of the components. */
  hashes: string[];
  envio: string;
  conclusao: string;
}

const AT = '2026-11-22T10:00:00-03:00';

const documentOf = (content: Bytes, hash: string, ordem: number): Json => ({
  ordem,
  descricao: '***',
  retirado: false,
  nivelDeSigilo: 1,
  dataHoraDeProducao: AT,
  dataHoraDeRegistro: AT,
  produtor: { nome: 'Fulana de Tal', tipo: 'fisica' },
  especie: { codigo: 88, nomeNoProdutor: 'Ofício' },
  componentesDigitais: [
    {
      ordem: 1,
      nome: `${ordem}.html`,
      hash: { algoritmo: 'SHA256', conteudo: hash },
      tamanhoEmBytes: content.length,
      mimeType: 'text/html',
      tipoDeConteudo: 'txt',
    },
  ],
});

/** A process of three components that goes from one demo body to the other, asked of the gateway as the page asks. */
export const takePenTrip = async (url: string): Promise<PenTrip> => {
  const base = `${url}/gateway/simulado/pen`;
  const enter = async (usuario: string) => {
    const ask = async (method: string, path: string, body?: FormData | Json, sessao = '') => {
      const answer = await fetch(base + path, {
        method,
        headers: {
          'x-estafeta': '1',
          'x-estafeta-leitor': usuario,
          origin: url,
          authorization: `Bearer ${sessao}`,
          ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && {
          body: body instanceof FormData ? body : JSON.stringify(body),
        }),
      });
      const said = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
      return said;
    };
    const { sessao } = JSON.parse(await ask('POST', '/entrar', { usuario, senha: 'senha123' }));
    await ask('POST', '/leitura', { leitor: usuario, nome: usuario }, sessao);
    return (method: string, path: string, body?: FormData | Json) =>
      ask(method, path, body, sessao);
  };

  const sender = await enter('protocolo');
  const contents = ['um', 'dois', 'três'].map((text) => utf8(`<p>${text}</p>`));
  const hashes: string[] = [];
  for (const content of contents) hashes.push(toBase64(fromHex(await sha256Hex(content))));
  const protocolo = '12345.123456/2024-19';
  const unit = (repositorio: number, numero: string): JsonObject => ({
    identificacaoDoRepositorioDeEstruturas: repositorio,
    numeroDeIdentificacaoDaEstrutura: numero,
  });
  const registered = await sender('POST', '/v3/tramites/processo', {
    cabecalho: {
      remetente: unit(93, '1001'),
      destinatario: unit(1, '2002'),
      enviarApenasComponentesDigitaisPendentes: true,
      propriedadesAdicionais: [],
    },
    processo: {
      protocolo,
      nivelDeSigilo: 1,
      processoDeNegocio: 'Prestação de contas',
      descricao: 'Contas de convênio',
      dataHoraDeProducao: AT,
      dataHoraDeRegistro: AT,
      produtor: { nome: 'Fulana de Tal', tipo: 'fisica' },
      interessados: [{ nome: 'Beltrano' }],
      documentos: contents.map((content, at) => documentOf(content, hashes[at] ?? '', at + 1)),
    },
  });
  const {
    IDT: idt,
    NRE: nre,
    ticketParaEnvioDeComponentesDigitais: ticket,
  } = JSON.parse(registered);
  for (const [at, content] of contents.entries()) {
    const form = new FormData();
    form.set('hashDoComponenteDigital', hashes[at] ?? '');
    form.set('protocolo', protocolo);
    form.set('conteudo', new Blob([content]), `${at}.html`);
    const path = `/v3/tickets-de-envio-de-componente/${ticket}/protocolos/componentes-a-enviar`;
    await sender('PUT', path, form);
  }
  const envio = await sender('GET', `/v3/tramites/${idt}/recibo-de-envio`);

  const receiver = await enter('expedicao');
  await receiver('GET', `/v3/tramites/${idt}`);
  for (const hashDoComponenteDigital of hashes) {
    const path = `/v3/tramites/${idt}/protocolos/componentes-digitais`;
    await receiver('POST', path, { hashDoComponenteDigital, protocolo });
  }
  const dataDeRecebimento = new Date().toISOString();
  const receipt = { IDT: idt, NRE: nre, dataDeRecebimento, hashes };
  const { hashDaAssinatura } = JSON.parse(await receiver('POST', '/assinar-recibo', receipt));
  const answer = { dataDeRecebimento, hashDaAssinatura };
  await receiver('POST', `/v3/tramites/${idt}/recibo`, answer);
  const conclusao = await sender('GET', `/v3/tramites/${idt}/recibo`);
  return { idt, nre, hashes, envio, conclusao };
};
