import { type Bytes, fromUtf8, sha256Hex } from '../../base/bytes.ts';
import { GATEWAY_HEADER } from '../../base/gateway-answer.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { PenFault } from './messages.ts';
import { readFault } from './read-messages.ts';

/** An answer without success, by its shape alone. docs/protocols/pen.md holds the table. */
export type PenAnswerFault = {
  answerSha256?: string;
} /** The Barramento's own definite no, whatever its status. */ & (
  | ({ kind: 'fault'; status: number } & PenFault)
  /** The gateway knows no such office session, or no more. */
  | { kind: 'not-entered' }
  /** The gateway: the person's roles do not hold this. */
  | { kind: 'not-allowed' }
  /** The gateway: another browser reads for this certificate. */
  | { kind: 'reader-elsewhere'; name: string }
  /** 429: refused before it was looked at (RFC 6585 §4). */
  | { kind: 'too-many'; retryAfterMs?: number }
  /** 5xx without the Barramento's shape: it may have done it. */
  | { kind: 'unavailable'; status: number; retryAfterMs?: number }
  /** HTML, a redirect, another shape: somebody else may have answered. */
  | { kind: 'not-the-server'; status: number }
  | { kind: 'truncated' }
  /** The gateway says that the Barramento received nothing. */
  | { kind: 'never-sent'; code: string }
  | { kind: 'no-answer' }
);

/** A success: the bytes, and their SHA-256 for the log. */
export interface PenSuccess {
  body: Bytes;
  answerSha256: string;
}

/** Codes of the gateway after which the Barramento may have done what was asked. */
const MAYBE_DONE = ['answer-lost', 'upstream-timeout'];

/** Reads an answer to its end and names what it is. */
export const readAnswer = async (
  response: Response | undefined,
): Promise<Result<PenSuccess, PenAnswerFault>> => {
  if (!response) return err({ kind: 'no-answer' });
  const body = await bodyOf(response);
  if (!body) return err({ kind: 'truncated' });
  const gateway = response.headers.get(GATEWAY_HEADER) ?? 'relayed';
  if (gateway !== 'relayed') return err(gatewayFault(gateway, body));
  const answerSha256 = await sha256Hex(body);
  const type = response.headers.get('content-type') ?? '';
  const isPage = type.includes('html');
  if (response.ok && !isPage) return ok({ body, answerSha256 });
  return err({ answerSha256, ...refusalOf(response, body) });
};

const bodyOf = async (response: Response): Promise<Bytes | undefined> => {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
};

const gatewayFault = (code: string, body: Bytes): PenAnswerFault => {
  if (code === 'session-ended') return { kind: 'not-entered' };
  if (code === 'role-missing') return { kind: 'not-allowed' };
  if (code === 'reader-elsewhere') {
    const json = parseJson(fromUtf8(body));
    const name = isJsonObject(json) && typeof json.nome === 'string' ? json.nome : '';
    return { kind: 'reader-elsewhere', name };
  }
  return MAYBE_DONE.includes(code) ? { kind: 'no-answer' } : { kind: 'never-sent', code };
};

const refusalOf = ({ status, headers }: Response, body: Bytes): PenAnswerFault => {
  const fault = readFault(parseJson(fromUtf8(body)));
  if (fault && status >= 400) return { kind: 'fault', status, ...fault };
  if (status === 429) return { kind: 'too-many', ...retryAfter(headers) };
  if (status >= 500) return { kind: 'unavailable', status, ...retryAfter(headers) };
  return { kind: 'not-the-server', status };
};

/** `Retry-After` in seconds (RFC 9110 §10.2.3). */
const retryAfter = (headers: Headers): { retryAfterMs?: number } => {
  const asked = headers.get('retry-after') ?? '';
  return /^\d+$/.test(asked) ? { retryAfterMs: Number(asked) * 1000 } : {};
};

/** A success read as JSON of one shape. What is no JSON was cut; what is another JSON, nobody knows who said it. */
export const readAs = <T>(
  { body, answerSha256 }: PenSuccess,
  read: (json: Json | undefined) => T | undefined,
): Result<T, PenAnswerFault> => {
  const json = parseJson(fromUtf8(body));
  if (json === undefined) return err({ kind: 'truncated', answerSha256 });
  const value = read(json);
  return value === undefined
    ? err({ kind: 'not-the-server', status: 200, answerSha256 })
    : ok(value);
};
