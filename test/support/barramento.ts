import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../src/base/json.ts';
import type { ProcessToSend, Situacao, UnidadeWire } from '../../src/protocol/pen/messages.ts';

/** A request as it arrives; contents are ASCII. */
export interface AskedPen {
  method: string;
  /** Below `/v3/`, with its query. */
  path: string;
  body: string;
}

export interface ToldPen {
  status: number;
  json: Json;
}

interface Held {
  idt: number;
  nre: string;
  protocolo: string;
  remetente: UnidadeWire;
  destinatario: UnidadeWire;
  situacao: Situacao;
  changes: { situacao: number; dataHora: string }[];
  ticket: number;
  /** What is still to come, by hash. */
  wanted: Map<string, { size: number; bytes: string }>;
  hashes: string[];
}

/** A Barramento in memory, whole enough for sending a process once: what it holds, and what it was asked. */
export interface Barramento {
  answer(asked: AskedPen): ToldPen;
  tramites: readonly Held[];
  /** Every request it acted on, such as `POST tramites/processo`. */
  deeds: readonly string[];
  /** Somebody moves a trâmite on: the receiver, a person in another browser, the timer. */
  move(idt: number, situacao: Situacao): void;
}

const told = (json: Json): ToldPen => ({ status: 200, json });
const fault = (codigoErro: string, mensagem: string, status = 400): ToldPen => ({
  status,
  json: { codigoErro, mensagem },
});

const UPLOADS = /^tickets-de-envio-de-componente\/(\d+)\/protocolos\/componentes-a-enviar(.*)$/;
const PART = /^\/partes\/(\d+)-(\d+)$/;
const END = '/partes/sinalizacao-termino-envio';
const TRAMITE = /^tramites\/(\d+)(\/recibo-de-envio)?$/;

/** Base64 of the SHA-256 of a text. */
export const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('base64');

/** `now`: epoch ms. */
export const makeBarramento = (now: () => number): Barramento => {
  const tramites: Held[] = [];
  const deeds: string[] = [];
  const nres = new Map<string, string>();
  /** What each process has delivered, by NRE. */
  const delivered = new Map<string, Set<string>>();

  const move = (held: Held, situacao: Situacao): void => {
    held.situacao = situacao;
    held.changes.push({ situacao, dataHora: new Date(now()).toISOString() });
  };
  const byId = (idt: number) => tramites.find((one) => one.idt === idt);
  const isUnderWay = ({ situacao }: Held) => situacao >= 1 && situacao <= 5;

  const register = (body: string): ToldPen => {
    const { cabecalho, processo } = parseJson(body) as ProcessToSend;
    const { protocolo } = processo;
    if (tramites.some((one) => one.protocolo === protocolo && isUnderWay(one))) {
      return fault('0044', 'Processo já possui trâmite em andamento');
    }
    const idt = tramites.length + 1;
    const nre =
      cabecalho.NRE ?? nres.get(protocolo) ?? String(idt).padStart(12, '0').concat('2026');
    nres.set(protocolo, nre);
    const all = processo.documentos.filter(({ retirado }) => !retirado);
    const components = all.flatMap(({ componentesDigitais }) => componentesDigitais);
    const known = delivered.get(nre);
    const wanted = new Map(
      components
        .filter(({ hash }) => !known?.has(hash.conteudo))
        .map(({ hash, tamanhoEmBytes }) => [hash.conteudo, { size: tamanhoEmBytes, bytes: '' }]),
    );
    const held: Held = {
      ...{ idt, nre, protocolo, situacao: 1, changes: [], ticket: 1000 + idt, wanted },
      ...{ remetente: cabecalho.remetente, destinatario: cabecalho.destinatario },
      hashes: [...wanted.keys()].sort(),
    };
    tramites.push(held);
    move(held, 1);
    settle(held);
    return told({
      IDT: idt,
      NRE: nre,
      ticketParaEnvioDeComponentesDigitais: held.ticket,
      dataHoraDeRegistroDoTramite: new Date(now()).toISOString(),
      processosComComponentesDigitaisSolicitados: [{ protocolo, hashes: [...wanted.keys()] }],
    });
  };

  /** The last content that was wanted has come. */
  const settle = (held: Held): void => {
    if (held.wanted.size > 0) return;
    delivered.set(held.nre, new Set([...(delivered.get(held.nre) ?? []), ...held.hashes]));
    move(held, 2);
  };

  const take = (held: Held, hash: string): ToldPen => {
    const content = held.wanted.get(hash);
    if (!content) return fault('0090', 'O componente não é esperado');
    const { size, bytes } = content;
    if (hashOf(bytes) !== hash) {
      held.wanted.set(hash, { size, bytes: '' });
      return fault('0091', 'O hash do componente digital não confere');
    }
    held.wanted.delete(hash);
    settle(held);
    return told({});
  };

  const upload = (ticket: number, rest: string, { method, body }: AskedPen): ToldPen => {
    const held = tramites.find((one) => one.ticket === ticket && one.situacao === 1);
    if (!held) return fault('0092', 'Ticket não encontrado');
    if (method === 'POST' && rest === END) {
      const json = parseJson(body);
      return take(held, isJsonObject(json) ? String(json.hashDoComponenteDigital) : '');
    }
    const hash = fieldOf(body, 'hashDoComponenteDigital');
    const content = held.wanted.get(hash);
    if (!content) return fault('0090', 'O componente não é esperado');
    const [, from = '0', to] = PART.exec(rest) ?? [];
    const bytes = fieldOf(body, 'conteudo');
    if (Number(to ?? 0) > content.size) return fault('0093', 'A parte ultrapassa o tamanho');
    const before = content.bytes.slice(0, Number(from));
    const after = content.bytes.slice(Number(from) + bytes.length);
    held.wanted.set(hash, { ...content, bytes: before + bytes + after });
    return to === undefined ? take(held, hash) : told({});
  };

  const shown = (held: Held): JsonObject => ({
    ...{ IDT: held.idt, NRE: held.nre, protocolo: held.protocolo, situacaoAtual: held.situacao },
    ...{ remetente: held.remetente, destinatario: held.destinatario },
    mudancasDeSituacao: held.changes,
    hashDosComponentesPendentesDeEnvio: [...held.wanted.keys()],
    hashDosComponentesPendentesDeRecebimento: [],
  });

  const list = (query: URLSearchParams): ToldPen => {
    const asked = (name: string, value: string | number) =>
      (query.get(name) ?? String(value)) === String(value);
    const found = tramites.filter(
      (one) => asked('IDT', one.idt) && asked('NRE', one.nre) && asked('protocolo', one.protocolo),
    );
    return told({ tramites: found.map(shown), totalDeRegistros: found.length });
  };

  const ofTramite = (idt: number, recibo: string | undefined, method: string): ToldPen => {
    const held = byId(idt);
    if (!held) return fault('0094', 'Trâmite não encontrado', 404);
    if (recibo) {
      if (held.situacao === 1) return fault('0095', 'ainda não recebeu todos os componentes');
      const { nre, hashes, changes } = held;
      const at = changes.find(({ situacao }) => situacao === 2)?.dataHora ?? '';
      return told({
        reciboDeEnvio: {
          ...{ IDT: idt, NRE: nre, dataDeRecebimentoDoUltimoComponenteDigital: at },
          hashesDosComponentesDigitais: hashes,
        },
        ...{ cadeiaDoCertificado: '', hashDaAssinatura: '' },
      });
    }
    if (method !== 'DELETE') return fault('0096', 'método');
    if (held.situacao > 4) return fault('0097', 'não pode ser cancelado');
    move(held, 7);
    return told({});
  };

  return {
    answer: (asked) => {
      const { method, path, body } = asked;
      const { pathname, searchParams } = new URL(path, 'http://barramento/');
      const name = pathname.slice(1);
      deeds.push(`${method} ${name}`);
      if (name === 'tramites/processo' && method === 'POST') return register(body);
      if (name === 'tramites') return list(searchParams);
      const [, ticket, rest = ''] = UPLOADS.exec(name) ?? [];
      if (ticket) return upload(Number(ticket), rest, asked);
      const [, idt, recibo] = TRAMITE.exec(name) ?? [];
      return idt ? ofTramite(Number(idt), recibo, method) : told({});
    },
    tramites,
    deeds,
    move: (idt, situacao) => {
      const held = byId(idt);
      if (held) move(held, situacao);
    },
  };
};

/** A field of a multipart body: what lies between the blank line behind its name and the next boundary. */
const fieldOf = (body: string, name: string): string => {
  const after = body.slice(body.indexOf(`form-data; name="${name}"`));
  const begins = after.indexOf('\r\n\r\n') + 4;
  return after.slice(begins, after.indexOf('\r\n--', begins - 2));
};
