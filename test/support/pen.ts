import { createSign } from 'node:crypto';
import { PEN_BASE } from '../../server/sandbox/pen/barramento.ts';
import type { PenBodyId } from '../../server/sandbox/pen/bodies.ts';
import { type Bytes, fromHex, sha256Hex, toBase64, utf8 } from '../../src/base/bytes.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import type { Json, JsonObject } from '../../src/base/json.ts';
import { conclusionReceiptText } from '../../src/base/pen-receipt-text.ts';
import { fromPem } from '../../src/signing/certificate/pem.ts';
import { useTestSandbox } from './sandbox.ts';

export const PREFEITURA = {
  identificacaoDoRepositorioDeEstruturas: 93,
  numeroDeIdentificacaoDaEstrutura: '1001',
};
export const MINISTERIO = {
  identificacaoDoRepositorioDeEstruturas: 1,
  numeroDeIdentificacaoDaEstrutura: '2003',
};

const AT = '2026-11-22T10:00:00-03:00';
const produtor = { nome: 'Fulana de Tal', tipo: 'fisica' };

export const hashOf = async (content: Bytes): Promise<string> =>
  toBase64(fromHex(await sha256Hex(content)));

/** A document with one component, of these bytes. */
export const penDocument = async (ordem: number, content: Bytes): Promise<JsonObject> => ({
  ordem,
  descricao: '***',
  retirado: false,
  nivelDeSigilo: 1,
  dataHoraDeProducao: AT,
  dataHoraDeRegistro: AT,
  produtor,
  especie: { codigo: 88, nomeNoProdutor: 'Ofício' },
  componentesDigitais: [
    {
      ordem: 1,
      nome: `${ordem}.html`,
      hash: { algoritmo: 'SHA256', conteudo: await hashOf(content) },
      tamanhoEmBytes: content.length,
      mimeType: 'text/html',
      tipoDeConteudo: 'txt',
    },
  ],
});

/** The body of `POST tramites/processo`, from the prefeitura to the ministério unless told otherwise. */
export const penProcess = async (
  contents: Bytes[],
  cabecalho: JsonObject = {},
  protocolo = '12345.123456/2024-19',
): Promise<JsonObject> => ({
  cabecalho: {
    remetente: PREFEITURA,
    destinatario: MINISTERIO,
    enviarApenasComponentesDigitaisPendentes: true,
    propriedadesAdicionais: [],
    ...cabecalho,
  },
  processo: {
    protocolo,
    nivelDeSigilo: 1,
    processoDeNegocio: 'Prestação de contas',
    descricao: 'Contas de convênio',
    dataHoraDeProducao: AT,
    dataHoraDeRegistro: AT,
    produtor,
    interessados: [{ nome: 'Beltrano' }],
    documentos: await Promise.all(contents.map((each, index) => penDocument(index + 1, each))),
  },
});

/** The Barramento of a sandbox of its own, asked as one body or another would ask it over TLS. */
export const usePen = async (clock: Clock = systemClock, secret?: string) => {
  const { sandbox, dataDir, read, person } = await useTestSandbox(
    clock,
    secret === undefined ? {} : { secret },
  );

  const certificateOf = async (body: PenBodyId): Promise<Bytes> => {
    const [der] = fromPem(new TextDecoder().decode(await read(`pen/${body}.pem`)));
    if (!der) throw new Error(`no certificate of ${body}`);
    return der;
  };

  /** PEM. */
  const keyOf = async (body: PenBodyId): Promise<string> =>
    new TextDecoder().decode(await read(`pen/${body}.key.pem`));

  const request = async (
    body: PenBodyId,
    method: string,
    path: string,
    content?: FormData | ReadableStream | Json,
  ): Promise<Response> => {
    const isStream = content instanceof ReadableStream;
    const isBody = content instanceof FormData || isStream;
    const type = isStream ? 'multipart/form-data; boundary=x' : 'application/json';
    const headers: HeadersInit = content instanceof FormData ? {} : { 'Content-Type': type };
    const init = {
      method,
      headers,
      // A stream is sent as it comes (Fetch §2.2.5).
      duplex: 'half',
      ...(content === undefined ? {} : { body: isBody ? content : JSON.stringify(content) }),
    };
    const address = `https://localhost${PEN_BASE}/${path}`;
    return sandbox.pen.answer(new Request(address, init), await certificateOf(body));
  };

  /** Asks and gives status and JSON. */
  const ask = async (body: PenBodyId, method: string, path: string, content?: FormData | Json) => {
    const response = await request(body, method, path, content);
    return { status: response.status, body: await response.json() };
  };

  const upload = async (
    body: PenBodyId,
    { ticket, protocolo }: { ticket: number; protocolo: string },
    content: Bytes,
  ) => {
    const form = new FormData();
    form.set('hashDoComponenteDigital', await hashOf(content));
    form.set('protocolo', protocolo);
    form.set('conteudo', new Blob([content]), 'conteudo');
    return ask(
      body,
      'PUT',
      `tickets-de-envio-de-componente/${ticket}/protocolos/componentes-a-enviar`,
      form,
    );
  };

  const situacao = async (body: PenBodyId, idt: number): Promise<number> =>
    (await ask(body, 'GET', `tramites?IDT=${idt}`)).body.tramites[0]?.situacaoAtual;

  /** Sends a process with everything that is asked for; gives what was registered. */
  const send = async (body: PenBodyId, process: JsonObject, contents: Bytes[]) => {
    const registered = await ask(body, 'POST', 'tramites/processo', process);
    if (registered.status !== 200) throw new Error(JSON.stringify(registered.body));
    const { IDT, NRE, ticketParaEnvioDeComponentesDigitais: ticket } = registered.body;
    const [{ protocolo, hashes }] = registered.body.processosComComponentesDigitaisSolicitados;
    const asked: string[] = hashes;
    for (const content of contents) {
      if (asked.includes(await hashOf(content))) await upload(body, { ticket, protocolo }, content);
    }
    return { idt: Number(IDT), nre: String(NRE), ticket: Number(ticket), protocolo, asked };
  };

  /** Posts the receipt of a trâmite, signed by this body over these hashes. */
  const postReceipt = async (
    body: PenBodyId,
    { idt, nre }: { idt: number; nre: string },
    hashes: string[],
    signer = body,
  ) => {
    const dataDeRecebimento = '2026-11-22T13:00:00.000Z';
    const text = conclusionReceiptText({ IDT: idt, NRE: nre, dataDeRecebimento, hashes });
    const key = await keyOf(signer);
    const hashDaAssinatura = createSign('sha256').update(text).sign(key, 'base64');
    return ask(body, 'POST', `tramites/${idt}/recibo`, { dataDeRecebimento, hashDaAssinatura });
  };

  /** Reads metadata and fetches every component that waits; gives their hashes. */
  const fetchAll = async (body: PenBodyId, idt: number): Promise<string[]> => {
    const { hashDosComponentesPendentesDeRecebimento: waiting, protocolo } = (
      await ask(body, 'GET', `tramites?IDT=${idt}`)
    ).body.tramites[0];
    await ask(body, 'GET', `tramites/${idt}`);
    for (const hashDoComponenteDigital of waiting) {
      const path = `tramites/${idt}/protocolos/componentes-digitais`;
      const answer = await request(body, 'POST', path, { hashDoComponenteDigital, protocolo });
      await answer.text();
    }
    return waiting;
  };

  /** Takes a trâmite in, from the metadata to the signed receipt. */
  const receive = async (body: PenBodyId, tramite: { idt: number; nre: string }) =>
    postReceipt(body, tramite, await fetchAll(body, tramite.idt));

  return {
    ...{ sandbox, dataDir, person, keyOf, request, ask, upload },
    ...{ send, situacao, postReceipt, fetchAll, receive },
  };
};

export const OFICIO = utf8('<p>Ofício</p>');
export const ANEXO = utf8('<p>Anexo</p>');
