import { type Bytes, fromUtf8, sha256Hex } from '../../base/bytes.ts';
import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../base/json.ts';
import { isRuleError, type RuleError } from './messages.ts';

/** What an answer of Recepção is, by its shape alone. docs/protocols/recepcao-answers.md holds the table. */
export type Reply = { answerSha256?: string } & (
  | { kind: 'success'; body: Bytes; json: Json | undefined }
  | { kind: 'token-refused' }
  | { kind: 'schema-errors'; entries: JsonObject[] }
  | { kind: 'rule-errors'; erros: RuleError[] }
  | { kind: 'problem'; status: number; message: string }
  /** 429: refused before it was looked at (RFC 6585 §4). */
  | { kind: 'too-many'; retryAfterMs?: number }
  /** 5xx: the server may have done it. */
  | { kind: 'unavailable'; status: number; retryAfterMs?: number }
  /** HTML, a redirect, a 4xx without the court's shape: somebody else may have answered. */
  | { kind: 'not-the-server'; status: number }
  | { kind: 'truncated' }
  /** The gateway says that the court received nothing. */
  | { kind: 'never-sent'; code: string }
  | { kind: 'no-answer' }
);

const NEVER_SENT = [
  'upstream-unreachable',
  'upstream-untrusted',
  'host-not-allowed',
  'origin-not-allowed',
  'ambiente-unknown',
  'path-unknown',
  'method-not-allowed',
  'body-too-large',
];

/** The sentence that Recepção uses for an invalid or expired token begins so, whatever its status [documented]. */
const TOKEN_SENTENCE = 'O Token enviado é inválido';

/** Reads an answer to its end and names what it is. */
export const readReply = async (response: Response | undefined): Promise<Reply> => {
  if (!response) return { kind: 'no-answer' };
  const gateway = response.headers.get(GATEWAY_HEADER) ?? 'relayed';
  if (NEVER_SENT.includes(gateway)) return { kind: 'never-sent', code: gateway };
  if (gateway !== 'relayed') return { kind: 'no-answer' };
  const body = await bodyOf(response);
  if (!body) return { kind: 'truncated' };
  const answerSha256 = await sha256Hex(body);
  return { answerSha256, ...classify(response, body) };
};

const bodyOf = async (response: Response): Promise<Bytes | undefined> => {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
};

const classify = (response: Response, body: Bytes): Reply => {
  const { status, headers } = response;
  if (status === 401) return { kind: 'token-refused' };
  if (status === 429) return { kind: 'too-many', ...retryAfter(headers) };
  if (status >= 500) return { kind: 'unavailable', status, ...retryAfter(headers) };
  if (response.ok) return success(headers, body);
  return status >= 400
    ? refusal(status, parseJson(fromUtf8(body)))
    : { kind: 'not-the-server', status };
};

const success = (headers: Headers, body: Bytes): Reply => {
  const type = headers.get('content-type') ?? '';
  if (type.includes('html')) return { kind: 'not-the-server', status: 200 };
  if (type.includes('pdf')) return { kind: 'success', body, json: undefined };
  const json = parseJson(fromUtf8(body));
  return json === undefined ? { kind: 'truncated' } : { kind: 'success', body, json };
};

const refusal = (status: number, json: Json | undefined): Reply => {
  if (Array.isArray(json) && json.every(isJsonObject))
    return { kind: 'schema-errors', entries: json };
  if (isJsonObject(json)) {
    const { message, mensagens } = json;
    if (typeof message === 'string') {
      return message.startsWith(TOKEN_SENTENCE)
        ? { kind: 'token-refused' }
        : { kind: 'problem', status, message };
    }
    const erros = isJsonObject(mensagens) ? mensagens.erros : undefined;
    if (Array.isArray(erros)) return { kind: 'rule-errors', erros: erros.filter(isRuleError) };
  }
  return { kind: 'not-the-server', status };
};

/** `Retry-After`: seconds, or a date that is held against the answer's own (RFC 9110 §10.2.3). */
const retryAfter = (headers: Headers): { retryAfterMs?: number } => {
  const asked = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? {} : { retryAfterMs: Math.max(0, ms) };
};
