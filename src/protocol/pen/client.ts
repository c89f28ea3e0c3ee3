import { fromUtf8 } from '../../base/bytes.ts';
import type { Json } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type PenAnswerFault, readAnswer, readAs } from './answers.ts';
import { call, LONGEST_PART_MS, type PenCall, type PenConnection } from './call.ts';
import type { EstruturaFilter, MotivoDaRecusa, TramiteFilter, TramiteStatus } from './messages.ts';
import {
  type Reader,
  readEspecies,
  readEstrutura,
  readEstruturas,
  readFilhas,
  readHipoteses,
  readMotivos,
  readPendencias,
  readReceivedMetadata,
  readReciboDeEnvio,
  readReciboDeTramite,
  readRegistered,
  readRepositorios,
  readStatusPage,
} from './read-messages.ts';

/** What an answer says, its text as it came, and its SHA-256 (hexadecimal) for the log. */
export interface Heard<T> {
  value: T;
  text: string;
  answerSha256: string;
}

type Answer<T> = Promise<Result<Heard<T>, PenAnswerFault>>;

/** One component of one trâmite; `hash`: base64 of its SHA-256. */
export interface ComponentRef {
  protocolo: string;
  hash: string;
}

/** The Barramento's endpoints that the app uses. */
export type PenClient = ReturnType<typeof penClient>;

export const penClient = (connection: PenConnection) => {
  const heard = async (what: PenCall, signal: AbortSignal): Answer<string> => {
    const answer = await readAnswer(await call(connection, what, signal));
    if (!answer.ok) return answer;
    const text = fromUtf8(answer.value.body);
    return ok({ value: text, text, answerSha256: answer.value.answerSha256 });
  };
  const asked = async <T>(what: PenCall, read: Reader<T>, signal: AbortSignal): Answer<T> => {
    const answer = await readAnswer(await call(connection, what, signal));
    if (!answer.ok) return answer;
    const value = readAs(answer.value, read);
    if (!value.ok) return value;
    const { body, answerSha256 } = answer.value;
    return ok({ value: value.value, text: fromUtf8(body), answerSha256 });
  };
  const get = <T>(
    path: string,
    read: Reader<T>,
    signal: AbortSignal,
    query: PenCall['query'] = {},
  ): Answer<T> => asked({ method: 'GET', path, query }, read, signal);
  const does = (
    method: PenCall['method'],
    path: string,
    signal: AbortSignal,
    json?: Json,
  ): Answer<string> =>
    heard({ method, path, ...(json !== undefined && { body: { json } }) }, signal);

  return {
    // The structures and tables.
    healthcheck: (signal: AbortSignal) => does('GET', 'healthcheck', signal),
    repositorios: (signal: AbortSignal) =>
      get('repositorios-de-estruturas', readRepositorios, signal, { ativos: true }),
    estruturas: (repositorio: number, filter: EstruturaFilter, signal: AbortSignal) =>
      get(units(repositorio), readEstruturas, signal, {
        identificacaoDoRepositorioDeEstruturas: repositorio,
        apenasAtivas: true,
        ...filter,
      }),
    estrutura: (repositorio: number, numero: string, signal: AbortSignal) =>
      get(`${units(repositorio)}/${encodeURIComponent(numero)}`, readEstrutura, signal),
    filhas: (repositorio: number, numero: string, signal: AbortSignal) =>
      get(`${units(repositorio)}/${encodeURIComponent(numero)}/filhas`, readFilhas, signal),
    motivosUrgencia: (signal: AbortSignal) => get('motivosUrgencia', readMotivos, signal),
    especies: (signal: AbortSignal) => get('especies', readEspecies, signal),
    hipoteses: (signal: AbortSignal) => get('hipoteses', readHipoteses, signal, { ativos: true }),

    // Sending. `text`: the metadata as they were frozen (JSON of `ProcessToSend`).
    sendProcess: (text: string, signal: AbortSignal) =>
      asked({ method: 'POST', path: 'tramites/processo', body: { text } }, readRegistered, signal),
    sendComponent: (
      ticket: string,
      component: ComponentRef,
      content: Blob,
      signal: AbortSignal,
    ): Answer<string> =>
      heard(
        {
          method: 'PUT',
          path: uploads(ticket),
          body: { form: formOf(component, content) },
          timeoutMs: LONGEST_PART_MS,
        },
        signal,
      ),
    /** `from`: the first byte; the part ends before `from + content.size`. */
    sendPart: (
      ticket: string,
      component: ComponentRef,
      from: number,
      content: Blob,
      signal: AbortSignal,
    ): Answer<string> =>
      heard(
        {
          method: 'PUT',
          path: `${uploads(ticket)}/partes/${from}-${from + content.size}`,
          body: { form: formOf(component, content) },
          timeoutMs: LONGEST_PART_MS,
        },
        signal,
      ),
    endOfParts: (ticket: string, component: ComponentRef, signal: AbortSignal) =>
      does('POST', `${uploads(ticket)}/partes/sinalizacao-termino-envio`, signal, named(component)),
    reciboDeEnvio: (idt: number, signal: AbortSignal) =>
      get(`tramites/${idt}/recibo-de-envio`, readReciboDeEnvio, signal),

    // Following.
    /** All that fit, page by page; what is not there is there on no page. */
    tramites: async (filter: TramiteFilter, signal: AbortSignal): Answer<TramiteStatus[]> => {
      const found = new Map<number, TramiteStatus>();
      for (;;) {
        const from = found.size > 0 ? { registroInicial: found.size } : {};
        const page = await get('tramites', readStatusPage, signal, { ...filter, ...from });
        if (!page.ok) return page;
        const { total, tramites } = page.value.value;
        const before = found.size;
        for (const tramite of tramites) found.set(tramite.IDT, tramite);
        // One IDT has one trâmite.
        const isAll = found.size >= total || filter.IDT !== undefined;
        if (isAll) return ok({ ...page.value, value: [...found.values()] });
        if (found.size === before) return err({ kind: 'truncated' });
      }
    },
    /** The sender's; moves 5 to 6. */
    recibo: (idt: number, signal: AbortSignal) =>
      get(`tramites/${idt}/recibo`, readReciboDeTramite, signal),
    /** Moves 8 to 9. */
    ciencia: (idt: number, signal: AbortSignal) => does('GET', `tramites/${idt}/ciencia`, signal),
    cancel: (idt: number, signal: AbortSignal) => does('DELETE', `tramites/${idt}`, signal),

    // Receiving.
    pendentes: (signal: AbortSignal) =>
      get('tramites/pendentes', readPendencias, signal, { todas: true }),
    /** Moves 2 to 3. */
    metadata: (idt: number, signal: AbortSignal) =>
      get(`tramites/${idt}`, readReceivedMetadata, signal),
    /** Base64 of the whole component. */
    component: (idt: number, component: ComponentRef, signal: AbortSignal) =>
      heard(
        {
          method: 'POST',
          path: `tramites/${idt}/protocolos/componentes-digitais`,
          body: { json: named(component) },
          timeoutMs: LONGEST_PART_MS,
        },
        signal,
      ),
    /** Base64 of the bytes from `from` up to, without, `to`. */
    part: (
      idt: number,
      component: ComponentRef,
      { from, to }: { from: number; to: number },
      signal: AbortSignal,
    ) =>
      heard(
        {
          method: 'POST',
          path: `tramites/${idt}/protocolos/componentes-digitais/partes/${from}-${to}`,
          body: { json: named(component) },
          timeoutMs: LONGEST_PART_MS,
        },
        signal,
      ),
    /** Moves 4 to 5. */
    sendRecibo: (
      idt: number,
      recibo: { dataDeRecebimento: string; hashDaAssinatura: string },
      signal: AbortSignal,
    ) => does('POST', `tramites/${idt}/recibo`, signal, recibo),
    refuse: (
      idt: number,
      recusa: { justificativa: string; motivo: MotivoDaRecusa },
      signal: AbortSignal,
    ) => does('POST', `tramites/${idt}/recusa`, signal, recusa),
  };
};

const units = (repositorio: number) =>
  `repositorios-de-estruturas/${repositorio}/estruturas-organizacionais`;

const uploads = (ticket: string) =>
  `tickets-de-envio-de-componente/${encodeURIComponent(ticket)}/protocolos/componentes-a-enviar`;

const named = ({ protocolo, hash }: ComponentRef) => ({ hashDoComponenteDigital: hash, protocolo });

/** A multipart body with the bytes and what they are of. */
const formOf = (component: ComponentRef, content: Blob): FormData => {
  const form = new FormData();
  for (const [name, text] of Object.entries(named(component))) form.set(name, text);
  form.set('conteudo', content, 'conteudo');
  return form;
};
