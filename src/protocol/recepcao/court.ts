import { sha256Hex } from '../../base/bytes.ts';
import type { Json } from '../../base/json.ts';
import type { Availability } from '../../outbox/ports.ts';
import { type Call, type Connection, call } from './call.ts';
import { type Period, paths } from './endpoints.ts';
import { type ReceivedDelivery, readDelivery, readList } from './messages.ts';
import { pauseFor } from './outcome.ts';
import { type Reply, readReply } from './reply.ts';
import type { Session } from './session.ts';

type Failure = Exclude<Reply, { kind: 'success' }>;

/** Recepção as one representação sees it. */
export interface Court {
  /** Asks with the session's token; without one the answer is `token-refused`, and nothing was sent. */
  ask(call: Call, signal: AbortSignal): Promise<Reply>;
  /** GET by id. `gone`: the court knows no such delivery; one that it does not show us (403) may be there. */
  delivery(period: Period, id: number, signal: AbortSignal): Promise<Found>;
  /** All deliveries of the period, where the court tells; it documents no such list. */
  list(period: Period, signal: AbortSignal): Promise<Listed>;
  /** A file of a delivery, such as it lies there. */
  file(recibo: string, fileId: string, signal: AbortSignal): Promise<FoundFile>;
  /** SHA-256 of a file of a delivery, hexadecimal; `undefined` where the court does not show it. */
  fileSha256(recibo: string, fileId: string, signal: AbortSignal): Promise<string | undefined>;
  /** Has data validated without being taken; `undefined` where the environment does not say where. */
  validate(period: Period, body: string, signal: AbortSignal): Promise<Reply | undefined>;
  /** What the court says against data, without taking them; `undefined` where it says nothing, or is not asked. */
  objections(period: Period, body: string, signal: AbortSignal): Promise<Json | undefined>;
}

export type Found =
  | { kind: 'found'; delivery: ReceivedDelivery; answerSha256: string | undefined }
  | { kind: 'gone' }
  | { kind: 'failed'; reply: Failure };

type FoundFile = { kind: 'found'; content: Blob } | { kind: 'failed'; reply: Failure };

/** `no-list`: answered, and not with a list. */
export type Listed =
  | { kind: 'listed'; deliveries: ReceivedDelivery[]; answerSha256: string | undefined }
  | { kind: 'no-list' }
  | { kind: 'failed'; reply: Failure };

export const courtOf = (connection: Connection, session: Session): Court => {
  const ask = async (what: Call, signal: AbortSignal): Promise<Reply> => {
    const token = session.token();
    if (!token) return { kind: 'token-refused' };
    const reply = await readReply(await call(connection, what, token.value, signal));
    if (reply.kind === 'token-refused') session.tokenRefused(token);
    return reply;
  };
  const validate: Court['validate'] = async (period, body, signal) => {
    if (connection.validar === undefined) return undefined;
    const path = paths.deliveries(period) + connection.validar;
    return ask({ method: 'POST', path, body }, signal);
  };
  const file = async (recibo: string, fileId: string, signal: AbortSignal): Promise<FoundFile> => {
    const token = session.token();
    if (!token) return { kind: 'failed', reply: { kind: 'token-refused' } };
    const asked: Call = { method: 'GET', path: paths.file(recibo, fileId), accept: '*/*' };
    const read = await readFile(await call(connection, asked, token.value, signal));
    const isRefused = read.kind === 'failed' && read.reply.kind === 'token-refused';
    if (isRefused) session.tokenRefused(token);
    return read;
  };
  return {
    ask,
    delivery: async (period, id, signal) => {
      const reply = await ask({ method: 'GET', path: paths.delivery(period, id) }, signal);
      if (reply.kind === 'problem' && reply.status === 404) return { kind: 'gone' };
      if (reply.kind !== 'success') return { kind: 'failed', reply };
      const delivery = readDelivery(reply.json);
      return delivery
        ? { kind: 'found', delivery, answerSha256: reply.answerSha256 }
        : { kind: 'failed', reply: { kind: 'not-the-server', status: 200 } };
    },
    list: async (period, signal) =>
      listedBy(await ask({ method: 'GET', path: paths.deliveries(period) }, signal)),
    file,
    fileSha256: async (recibo, fileId, signal) => {
      const found = await file(recibo, fileId, signal);
      return found.kind === 'found' ? sha256Hex(found.content) : undefined;
    },
    validate,
    objections: async (period, body, signal) => {
      const reply = await validate(period, body, signal);
      if (reply?.kind === 'rule-errors') return reply.erros;
      return reply?.kind === 'schema-errors' ? reply.entries : undefined;
    },
  };
};

const readFile = async (response: Response | undefined): Promise<FoundFile> => {
  const isPage = response?.headers.get('content-type')?.includes('html');
  if (!response?.ok || isPage) {
    const reply = await readReply(response);
    // A success of which nothing can be made is no file either.
    return {
      kind: 'failed',
      reply: reply.kind === 'success' ? { kind: 'not-the-server', status: 200 } : reply,
    };
  }
  return response.blob().then(
    (content) => ({ kind: 'found', content }),
    () => ({ kind: 'failed', reply: { kind: 'truncated' } }),
  );
};

// Asked right after the very server was reached, so what is no list is the court's way to say that it has none.
const listedBy = (reply: Reply): Listed => {
  switch (reply.kind) {
    case 'success': {
      const deliveries = readList(reply.json);
      return deliveries
        ? { kind: 'listed', deliveries, answerSha256: reply.answerSha256 }
        : { kind: 'no-list' };
    }
    case 'problem':
    case 'schema-errors':
    case 'rule-errors':
    case 'not-the-server':
      return { kind: 'no-list' };
    default:
      return { kind: 'failed', reply };
  }
};

/**
 * Whether the very server answers, judged by what it says when asked for the layout's schema, for which no token is
 * needed. Asked right before a step that must not happen twice, so that a network that is gone is found out before it.
 */
export const reachCourt = async (
  connection: Connection,
  period: Period,
  signal: AbortSignal,
): Promise<Availability> => {
  const schema: Call = { method: 'GET', path: paths.schema(period) };
  const reply = await readReply(await call(connection, schema, undefined, signal));
  if (reply.kind === 'success' || reply.kind === 'problem') return { kind: 'at-hand' };
  const pause = pauseFor(reply);
  return pause.kind === 'pause' ? pause : { kind: 'at-hand' };
};
