import { fromBase64Url, fromUtf8 } from '../../base/bytes.ts';
import { civilDateOf } from '../../base/civil-date.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import { err, ok, type Result } from '../../base/result.ts';

/** A token of Passaporte. Lives in memory only. */
export interface Token {
  /** Sent raw in `Authorization`, without "Bearer". */
  value: string;
  representacao: number;
  /** 11 digits. */
  cpf: string;
  /** Epoch ms by this machine's clock. */
  expiresAt: number;
  /** How far the court's clock was ahead of this machine's when the token came, ms; 0 where it cannot be told. */
  skewMs: number;
}

export type TokenFault = 'not-a-token' | 'expired';

/** Renewed this long before its end, so that no request is under way then. */
const MARGIN_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Reads a token's claims (they are shown and timed, not trusted: the court checks the signature).
 * `fresh`: it was issued just now, so that `created` tells the court's clock.
 */
export const readToken = (
  value: string,
  now: number,
  { fresh }: { fresh: boolean },
): Result<Token, TokenFault> => {
  const claims = claimsOf(value.trim());
  if (!isJsonObject(claims)) return err('not-a-token');
  const { sub, representacao, exp, created } = claims;
  if (typeof sub !== 'string' || typeof representacao !== 'number') return err('not-a-token');
  if (typeof exp !== 'number' || typeof created !== 'number') return err('not-a-token');
  const skewMs = fresh ? created * 1000 - now : 0;
  const endAtCourt = Math.min(exp * 1000, endOfTokenDay(created * 1000));
  const token: Token = {
    value: value.trim(),
    representacao,
    cpf: sub,
    expiresAt: endAtCourt - skewMs,
    skewMs,
  };
  return isUsable(token, now) ? ok(token) : err('expired');
};

/** Whether a token may still be sent. */
export const isUsable = ({ expiresAt }: Token, now: number): boolean => now < expiresAt - MARGIN_MS;

/** The claims of a JWT (RFC 7519 §3). */
const claimsOf = (jwt: string): Json | undefined => {
  const [, claims, signature] = jwt.split('.');
  if (!claims || !signature) return undefined;
  try {
    return parseJson(fromUtf8(fromBase64Url(claims)));
  } catch {
    return undefined;
  }
};

/** The next 23:59:00 in America/Sao_Paulo after an instant (epoch ms): every token ends there (colare-doc). */
export const endOfTokenDay = (at: number): number => {
  const today = closingTime(at);
  return today > at ? today : closingTime(at + DAY_MS);
};

const closingTime = (at: number): number => {
  const asUtc = Date.parse(`${civilDateOf(at)}T23:59:00Z`);
  return asUtc - offsetMs(asUtc);
};

const zone = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Sao_Paulo',
  timeZoneName: 'longOffset',
});

/** São Paulo's offset from UTC at an instant, ms; it had summer time until 2019. */
const offsetMs = (at: number): number => {
  const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
};
