import { type Bytes, toBase64 } from '../../base/bytes.ts';
import type { Clock } from '../../base/clock.ts';
import { CLIENT_HEADER, GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import type { Http } from '../../base/http.ts';
import { isJsonObject, type Json } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Reply, readReply } from './reply.ts';
import { type Representacao, readRepresentacoes } from './representacoes.ts';
import { readToken, type Token } from './token.ts';

export type LoginFault =
  /** No answer. A browser cannot tell a missing client certificate from a missing network. */
  | 'no-answer'
  | 'server-unavailable'
  | 'not-the-server'
  | 'certificate-refused'
  /** The gateway is on another machine and takes no keys. */
  | 'keys-not-taken'
  | 'expired-on-arrival';

/** A way to Passaporte that presents the person's certificate (D11). */
export type PassaporteWay = (
  operation: PassaporteOperation,
  signal: AbortSignal,
) => Promise<Response | undefined>;

export type PassaporteOperation =
  | { operation: 'representacoes' }
  | { operation: 'token'; representacao: number };

/** The key for one handshake, handed to a gateway on loopback (D13). */
export interface KeyMaterial {
  /** PKCS#8. */
  privateKey: Bytes;
  /** DER, the leaf first. */
  certificates: Bytes[];
}

/** Through a gateway that makes the handshake with the key handed over for this one request. */
export const byGateway =
  (http: Http, login: URL, keys: () => Promise<KeyMaterial>): PassaporteWay =>
  async (operation, signal) => {
    const { privateKey, certificates } = await keys();
    const body = JSON.stringify({
      ...operation,
      privateKey: toBase64(privateKey),
      certificates: certificates.map(toBase64),
    });
    privateKey.fill(0);
    const headers = { 'content-type': 'application/json', [CLIENT_HEADER]: '1' };
    return answerTo(http, new Request(login, { method: 'POST', headers, body, signal }));
  };

/** Straight to Passaporte with the certificate of the browser's own store. */
export const byBrowserStore =
  (http: Http, passaporte: string): PassaporteWay =>
  async (operation, signal) => {
    const url =
      operation.operation === 'token'
        ? `${passaporte}/passaporte/api/auth/certificado?representacao=${operation.representacao}`
        : `${passaporte}/passaporte/api/auth/representacoes`;
    return answerTo(http, new Request(url, { credentials: 'include', cache: 'no-store', signal }));
  };

const answerTo = async (http: Http, request: Request): Promise<Response | undefined> => {
  try {
    return await http(request);
  } catch {
    return undefined;
  }
};

/** The holder's representações. */
export const askRepresentacoes = async (
  way: PassaporteWay,
  signal: AbortSignal,
): Promise<Result<{ nome: string; representacoes: Representacao[] }, LoginFault>> => {
  const json = await ask(way, { operation: 'representacoes' }, signal);
  if (!json.ok) return json;
  const read = readRepresentacoes(json.value);
  return read ? ok(read) : err('not-the-server');
};

/** A token for one representação. */
export const askToken = async (
  way: PassaporteWay,
  representacao: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<Result<Token, LoginFault>> => {
  const json = await ask(way, { operation: 'token', representacao }, signal);
  if (!json.ok) return json;
  const token = isJsonObject(json.value) ? json.value.token : undefined;
  const valor = isJsonObject(token) ? token.valor : undefined;
  if (typeof valor !== 'string') return err('not-the-server');
  const read = readToken(valor, clock.now(), { fresh: true });
  if (read.ok) return read;
  return err(read.error === 'expired' ? 'expired-on-arrival' : 'not-the-server');
};

const ask = async (
  way: PassaporteWay,
  operation: PassaporteOperation,
  signal: AbortSignal,
): Promise<Result<Json, LoginFault>> => {
  const response = await way(operation, signal);
  const gateway = response?.headers.get(GATEWAY_HEADER);
  if (gateway === 'keys-not-taken') return err(gateway);
  if (gateway === 'certificate-refused' || gateway === 'credentials-unusable') {
    return err('certificate-refused');
  }
  const reply = await readReply(response);
  if (reply.kind !== 'success') return err(faultOf(reply));
  return reply.json === undefined ? err('not-the-server') : ok(reply.json);
};

const faultOf = (reply: Exclude<Reply, { kind: 'success' }>): LoginFault => {
  switch (reply.kind) {
    case 'no-answer':
    case 'never-sent':
    case 'truncated':
      return 'no-answer';
    case 'token-refused':
    case 'problem':
      return 'certificate-refused';
    case 'too-many':
    case 'unavailable':
      return 'server-unavailable';
    default:
      return 'not-the-server';
  }
};
