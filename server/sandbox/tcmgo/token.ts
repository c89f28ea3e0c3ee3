import { type Bytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../../../src/base/bytes.ts';
import { isJsonObject, type JsonObject, parseJson } from '../../../src/base/json.ts';

/** What a token says (recepcao.md B2). */
export interface Claims {
  logadoComCertificadoDigital: true;
  /** CPF, 11 digits. */
  sub: string;
  audience: 'web';
  /** Epoch seconds. */
  created: number;
  representacao: number;
  /** Epoch seconds. */
  exp: number;
}

const LIFE_SECONDS = 6 * 60 * 60;
const DAY_SECONDS = 24 * 60 * 60;
const DAY_ENDS_AT = 23 * 3600 + 59 * 60;

const courtTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Sao_Paulo',
  hourCycle: 'h23',
  timeStyle: 'medium',
});

/** Seconds since midnight in Goiás. */
const secondOfDay = (epochMs: number): number => {
  const [hours = 0, minutes = 0, seconds = 0] = courtTime.format(epochMs).split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
};

/** Tokens live 6 h and end at 23:59:00 of the court's day, whichever is earlier. */
const expiry = (created: number): number => {
  const left = DAY_ENDS_AT - secondOfDay(created * 1000);
  return created + Math.min(LIFE_SECONDS, left > 0 ? left : left + DAY_SECONDS);
};

/** The claims of a token made now (epoch ms) for one representação of a person. */
export const newClaims = (sub: string, representacao: number, now: number): Claims => {
  const created = Math.floor(now / 1000);
  return {
    logadoComCertificadoDigital: true,
    sub,
    audience: 'web',
    created,
    representacao,
    exp: expiry(created),
  };
};

/** Signs and reads the JWTs of one data folder (RFC 7519, HS512: RFC 7518 §3.2). */
export interface TokenMint {
  sign(claims: Claims): Promise<string>;
  /** The claims, or `undefined` for anything that is not a token of ours in force at `now` (epoch ms). */
  read(token: string, now: number): Promise<Claims | undefined>;
}

const encode = (part: object) => toBase64Url(utf8(JSON.stringify(part)));
const HEADER = encode({ alg: 'HS512' });
const TOKEN = /^([\w-]+\.[\w-]+)\.([\w-]+)$/;

const readClaims = (payload: string): JsonObject | undefined => {
  const claims = parseJson(fromUtf8(fromBase64Url(payload)));
  return isJsonObject(claims) ? claims : undefined;
};

export const createTokenMint = async (secret: Bytes): Promise<TokenMint> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-512' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify']);

  return {
    sign: async (claims) => {
      const text = `${HEADER}.${encode(claims)}`;
      const signature = await crypto.subtle.sign('HMAC', key, utf8(text));
      return `${text}.${toBase64Url(new Uint8Array(signature))}`;
    },
    read: async (token, now) => {
      const [, text, signature] = TOKEN.exec(token) ?? [];
      if (!text?.startsWith(`${HEADER}.`) || !signature || signature.length % 4 === 1)
        return undefined;
      const genuine = await crypto.subtle.verify('HMAC', key, fromBase64Url(signature), utf8(text));
      if (!genuine) return undefined;
      const claims = readClaims(text.slice(HEADER.length + 1));
      if (typeof claims?.exp !== 'number' || claims.exp * 1000 <= now) return undefined;
      return claims as JsonObject & Claims;
    },
  };
};
