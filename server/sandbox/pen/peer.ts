import { type Bytes, fromHex, sha256Hex, toBase64, utf8 } from '../../../src/base/bytes.ts';
import type { Json, JsonObject } from '../../../src/base/json.ts';
import { conclusionReceiptText } from '../../../src/base/pen-receipt-text.ts';
import type { Behaviour, PenBodyId } from './bodies.ts';
import type { Bus } from './bus.ts';
import type { UnitRef } from './metadata.ts';
import { newDocument, newProcess, withDespacho } from './peer-documents.ts';
import { dateTime, SITUACAO, type Situacao, type Tramite } from './tramite.ts';
import { unitAt } from './units.ts';

/** Asks the Barramento as a body would, with its certificate. */
export type AskAsBody = (
  body: PenBodyId,
  method: string,
  path: string,
  content?: FormData | Json,
) => Promise<Response>;

/** Something for the peer to send of its own accord. */
export interface PeerSending {
  remetente: UnitRef;
  destinatario: UnitRef;
  kind: 'processo' | 'documento';
  protocolo: string;
  /** One document, of HTML, for each. */
  contents: string[];
}

/** Answers for units that no person sits at, through the same endpoints as anybody. */
export interface Peer {
  /** What a unit does from now on, until `forget`. */
  behave(unit: UnitRef, behaviour: Behaviour): void;
  forget(): void;
  /** Takes up what a former run of the sandbox left. */
  resume(): Promise<void>;
  /** Does it now with one trâmite. */
  deal(idt: number, behaviour: Behaviour): Promise<void>;
  /** Sends and gives the answer to the registering. */
  send(sending: PeerSending): Promise<Json>;
}

interface PeerOptions {
  bus: Bus;
  ask: AskAsBody;
  /** Signs a text with a body's key, base64. */
  sign(body: PenBodyId, text: string): Promise<string>;
}

const ACTS_AT: readonly Situacao[] = [SITUACAO.componentesEnviados, SITUACAO.reciboRecebido];

const keyOf = (unit: UnitRef): string =>
  `${unit.identificacaoDoRepositorioDeEstruturas}/${unit.numeroDeIdentificacaoDaEstrutura}`;

export const createPeer = ({ bus, ask, sign }: PeerOptions): Peer => {
  const told = new Map<string, Behaviour>();

  const behaviourOf = (unit: UnitRef): Behaviour =>
    told.get(keyOf(unit)) ?? unitAt(unit)?.behaviour ?? { kind: 'silent' };

  const take = async ({ idt, nre, receiver, protocolo, toFetch }: Tramite): Promise<void> => {
    await ask(receiver, 'GET', `tramites/${idt}`);
    for (const hashDoComponenteDigital of toFetch) {
      const path = `tramites/${idt}/protocolos/componentes-digitais`;
      const component = await ask(receiver, 'POST', path, { hashDoComponenteDigital, protocolo });
      await component.body?.cancel();
    }
    const dataDeRecebimento = dateTime(bus.clock.now());
    const text = conclusionReceiptText({ IDT: idt, NRE: nre, dataDeRecebimento, hashes: toFetch });
    const hashDaAssinatura = await sign(receiver, text);
    await ask(receiver, 'POST', `tramites/${idt}/recibo`, { dataDeRecebimento, hashDaAssinatura });
  };

  const refuse = async (
    { idt, receiver }: Tramite,
    motivo: string,
    justificativa: string,
  ): Promise<void> => {
    await ask(receiver, 'GET', `tramites/${idt}`);
    await ask(receiver, 'POST', `tramites/${idt}/recusa`, { motivo, justificativa });
  };

  const upload = async (body: PenBodyId, ticket: number, protocolo: string, content: Bytes) => {
    const form = new FormData();
    form.set('hashDoComponenteDigital', toBase64(fromHex(await sha256Hex(content))));
    form.set('protocolo', protocolo);
    form.set('conteudo', new Blob([content]));
    const path = `tickets-de-envio-de-componente/${ticket}/protocolos/componentes-a-enviar`;
    await ask(body, 'PUT', path, form);
  };

  const post = async (
    body: PenBodyId,
    kind: PeerSending['kind'],
    metadata: JsonObject,
    protocolo: string,
    contents: Bytes[],
  ): Promise<Json> => {
    const registered = await (await ask(body, 'POST', `tramites/${kind}`, metadata)).json();
    const ticket = Number(registered.ticketParaEnvioDeComponentesDigitais);
    if (ticket) for (const content of contents) await upload(body, ticket, protocolo, content);
    return registered;
  };

  const giveBack = async (tramite: Tramite): Promise<void> => {
    const { processo } = tramite.metadata;
    if (!processo) return;
    const despacho = utf8(`<p>Visto. Devolva-se à origem (trâmite ${tramite.idt}).</p>`);
    const cabecalho = {
      remetente: tramite.destinatario,
      destinatario: tramite.remetente,
      NRE: tramite.nre,
      enviarApenasComponentesDigitaisPendentes: true,
    };
    const returned = await withDespacho(processo, despacho, dateTime(bus.clock.now()));
    const metadata = { cabecalho, processo: returned };
    await post(tramite.receiver, 'processo', metadata, tramite.protocolo, [despacho]);
  };

  const deal = async (tramite: Tramite, behaviour: Behaviour): Promise<void> => {
    if (tramite.situacao === SITUACAO.reciboRecebido) {
      if (behaviour.kind === 'return') await giveBack(tramite);
    } else if (behaviour.kind === 'refuse') {
      await refuse(tramite, behaviour.motivo, behaviour.justificativa);
    } else if (behaviour.kind !== 'silent') {
      await take(tramite);
    }
  };

  const consider = (tramite: Tramite): void => {
    if (!ACTS_AT.includes(tramite.situacao)) return;
    deal(tramite, behaviourOf(tramite.destinatario)).catch(console.error);
  };
  bus.onMove(consider);

  return {
    behave: (unit, behaviour) => told.set(keyOf(unit), behaviour),
    forget: () => told.clear(),
    resume: async () => {
      const all = await bus.tramites.all();
      all.filter(({ situacao }) => situacao === SITUACAO.componentesEnviados).forEach(consider);
    },
    deal: async (idt, behaviour) => {
      const tramite = await bus.tramites.find(idt);
      if (tramite) await deal(tramite, behaviour);
    },
    send: async ({ remetente, destinatario, kind, protocolo, contents }) => {
      const body = unitAt(remetente)?.body;
      if (!body) return null;
      const bytes = contents.map((each) => utf8(each));
      const at = dateTime(bus.clock.now());
      const cabecalho = { remetente, destinatario };
      const make = kind === 'processo' ? newProcess : newDocument;
      const metadata = { cabecalho, [kind]: await make(protocolo, bytes, at) };
      return post(body, kind, metadata, protocolo, bytes);
    },
  };
};
