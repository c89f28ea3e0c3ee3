import { canonicalJson } from '../../src/base/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../src/base/json.ts';

/** A request as it arrives. */
export interface Asked {
  method: string;
  path: string;
  token: string | null;
  body: string;
}

/** What the court answers; `pdf` goes as PDF, all else as JSON. */
export type Answer = { status: number; json: Json } | { status: 200; pdf: string };

interface Delivery {
  id: number;
  recibo: string;
  jsonNode: JsonObject;
  statusEnvio: 'NAO_HOMOLOGADO' | 'HOMOLOGADO';
  /** `numero` of the content: tells the checker whose it is, whatever else a tamperer changes. */
  serial: string;
}

/** Something the court did, for the checker alone. `content`: with the files' contents in the place of their ids. */
export interface Deed {
  what: 'post' | 'put' | 'delete' | 'homologate';
  serial: string;
  id: number;
  content: string;
}

/** A court in memory, whole enough for doing a thing once: its books, and what it did. */
export interface Court {
  answer(asked: Asked): Answer;
  deliveries(): readonly Delivery[];
  deeds: readonly Deed[];
  /** What a delivery says, with the files' contents and the earlier delivery's `numero` in the place of the court's ids. */
  contentOf(node: Json): string;
  /** Puts a delivery there as if another program had sent it. */
  seed(jsonNode: JsonObject): { id: number; recibo: string };
  /** Someone at the court changes it. */
  tamper(id: number): void;
  /** Its books as they are, to be put back as an older state. */
  copy(): () => void;
}

const NOT_FOUND: Answer = { status: 404, json: { message: 'não existe' } };
const REFUSED: Answer = { status: 412, json: { message: 'recusado' } };
const DELIVERY = /^\/recepcao\/LIC\/REG\/2\/2019\/(\d+)(\/homologar)?$/;
const PDF = /^\/envio-manual\/api\/envio\/pdf\/homologacao\/(.+)$/;

/** The PDF stands for the content: one signed for other content is refused. */
const pdfOf = ({ jsonNode }: Delivery) => `%PDF-1.7 ${canonicalJson(jsonNode)}`;

/** `listed`: whether it offers the list of deliveries. `isGood`: whether it takes a token now. */
export const makeCourt = (listed: boolean, isGood: (token: string) => boolean): Court => {
  let books = new Map<number, Delivery>();
  const files = new Map<string, string>();
  const serials = new Map<number, string>();
  const deeds: Deed[] = [];
  let lastId = 0;

  const contentOf = (node: Json): string => {
    const filled = (value: Json): Json => {
      if (typeof value === 'string') return files.get(value) ?? value;
      if (Array.isArray(value)) return value.map(filled);
      if (!isJsonObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          name === 'anterior' ? (serials.get(Number(member)) ?? member) : filled(member),
        ]),
      );
    };
    return canonicalJson(filled(node));
  };
  const note = (what: Deed['what'], { serial, id, jsonNode }: Delivery) =>
    deeds.push({ what, serial, id, content: contentOf(jsonNode) });
  const shown = ({ serial: _, ...delivery }: Delivery): JsonObject => ({
    ...delivery,
    ano: 2019,
    mes: 2,
  });
  const told = (delivery: Delivery): Answer => ({
    status: 200,
    json: {
      arquivo: shown(delivery),
      mensagens: { advertencias: [], informacoes: [], erros: [] },
    },
  });
  const add = (jsonNode: JsonObject): Delivery => {
    const id = ++lastId;
    const delivery: Delivery = {
      ...{ id, recibo: `recibo-${id}-${deeds.length}`, jsonNode },
      statusEnvio: 'NAO_HOMOLOGADO',
      serial: String(jsonNode.numero),
    };
    books.set(id, delivery);
    serials.set(id, delivery.serial);
    return delivery;
  };

  const upload = (body: string): Answer => {
    // The one part of the multipart body: what lies between the blank line and the closing boundary.
    const [, content = ''] = /\r\n\r\n([^\r]*)\r\n--/.exec(body) ?? [];
    const arquivo = `file-${files.size + 1}`;
    files.set(arquivo, content);
    return { status: 200, json: { arquivo, signatarios: [] } };
  };
  const post = (body: string): Answer => {
    const jsonNode = parseJson(body);
    if (!isJsonObject(jsonNode)) return { status: 400, json: { message: 'json' } };
    const delivery = add(jsonNode);
    note('post', delivery);
    return told(delivery);
  };
  const put = (delivery: Delivery, body: string): Answer => {
    const jsonNode = parseJson(body);
    if (!isJsonObject(jsonNode)) return { status: 400, json: { message: 'json' } };
    if (delivery.statusEnvio === 'HOMOLOGADO') return REFUSED;
    const altered = { ...delivery, jsonNode };
    books.set(delivery.id, altered);
    note('put', altered);
    return told(altered);
  };
  const remove = (delivery: Delivery): Answer => {
    if (delivery.statusEnvio === 'HOMOLOGADO') return REFUSED;
    books.delete(delivery.id);
    note('delete', delivery);
    return told(delivery);
  };
  const homologate = (delivery: Delivery, body: string): Answer => {
    const signed = body.includes(`\r\n\r\n${pdfOf(delivery)} assinado\r\n--`);
    if (delivery.statusEnvio === 'HOMOLOGADO' || !signed) return REFUSED;
    const homologated: Delivery = { ...delivery, statusEnvio: 'HOMOLOGADO' };
    books.set(delivery.id, homologated);
    note('homologate', homologated);
    return told(homologated);
  };

  const ofDelivery = ({ method, body }: Asked, id: number, verb: string | undefined): Answer => {
    const delivery = books.get(id);
    if (!delivery) return NOT_FOUND;
    if (verb) return homologate(delivery, body);
    if (method === 'PUT') return put(delivery, body);
    if (method === 'DELETE') return remove(delivery);
    return told(delivery);
  };

  return {
    answer: (asked): Answer => {
      const { method, path, token, body } = asked;
      if (token === null || !isGood(token)) return { status: 401, json: { message: 'token' } };
      if (path === '/recepcao/arquivo/upload') return upload(body);
      if (path === '/recepcao/LIC/REG/2/2019') {
        if (method === 'POST') return post(body);
        if (!listed) return NOT_FOUND;
        return { status: 200, json: { arquivos: [...books.values()].reverse().map(shown) } };
      }
      const [, id, verb] = DELIVERY.exec(path) ?? [];
      if (id) return ofDelivery(asked, Number(id), verb);
      const recibo = PDF.exec(path)?.[1];
      const delivery = [...books.values()].find((one) => one.recibo === recibo);
      return delivery ? { status: 200, pdf: pdfOf(delivery) } : NOT_FOUND;
    },
    deliveries: () => [...books.values()],
    deeds,
    contentOf,
    seed: (jsonNode) => {
      const { id, recibo } = add(jsonNode);
      return { id, recibo };
    },
    tamper: (id) => {
      const delivery = books.get(id);
      if (!delivery) return;
      books.set(id, { ...delivery, jsonNode: { ...delivery.jsonNode, objeto: 'trocado' } });
    },
    copy: () => {
      const then = new Map(books);
      const lastThen = lastId;
      return () => {
        books = new Map(then);
        lastId = lastThen;
      };
    },
  };
};
