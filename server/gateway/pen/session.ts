import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import { isJsonObject, parseJson } from '../../../src/base/json.ts';

/** A working day (ms). */
const LASTS_MS = 8 * 60 * 60_000;

/** Whose session it is. */
interface Claims {
  ambiente: string;
  usuario: string;
  /** Epoch ms UTC. */
  ate: number;
}

/** Who entered before from where this is shown; it opens nothing. */
interface Known {
  ambiente: string;
  conhecido: string;
}

/** Gives sessions and reads them back; they mean nothing to a gateway that was started anew. */
export interface Sessions {
  /** `conhecido`: for the next time that she enters. */
  open(
    ambiente: string,
    usuario: string,
  ): Promise<{ sessao: string; conhecido: string; ate: number }>;
  /** The user of a session of that environment, while it lasts. */
  userOf(request: Request, ambiente: string): Promise<string | undefined>;
  /** Whether this was given to that user of that environment when she entered. */
  isKnown(conhecido: string, ambiente: string, usuario: string): Promise<boolean>;
}

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

const readClaims = (text: string): Claims | undefined => {
  const claims = parseJson(text);
  if (!isJsonObject(claims)) return undefined;
  const { ambiente, usuario, ate } = claims;
  if (typeof ambiente !== 'string' || typeof usuario !== 'string') return undefined;
  return typeof ate === 'number' ? { ambiente, usuario, ate } : undefined;
};

/** Base64url of a stranger: what it is not reads as nothing. */
const bytesOrNone = (text: string) => {
  try {
    return fromBase64Url(text);
  } catch {
    return new Uint8Array();
  }
};

/** Sessions under a key of this process: nothing is kept of them but in the page. */
export const createSessions = ({ now }: Clock): Sessions => {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const made = crypto.subtle.importKey('raw', secret, ALGORITHM, false, ['sign', 'verify']);

  const signed = async (claims: Claims | Known): Promise<string> => {
    const text = utf8(JSON.stringify(claims));
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await made, text));
    return `${toBase64Url(text)}.${toBase64Url(mac)}`;
  };

  /** The claims in what was given out here; `undefined` where it was not. */
  const claimsIn = async (given: string): Promise<string | undefined> => {
    const [, ...parts] = /^([\w-]+)\.([\w-]+)$/.exec(given) ?? [];
    const [claims, mac] = parts.map(bytesOrNone);
    const isOurs = claims && mac && (await crypto.subtle.verify('HMAC', await made, mac, claims));
    return isOurs ? fromUtf8(claims) : undefined;
  };

  return {
    open: async (ambiente, usuario) => {
      const ate = now() + LASTS_MS;
      const sessao = await signed({ ambiente, usuario, ate });
      return { sessao, conhecido: await signed({ ambiente, conhecido: usuario }), ate };
    },
    userOf: async (request, ambiente) => {
      const [, given = ''] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
      const claims = readClaims((await claimsIn(given)) ?? '');
      return claims && claims.ambiente === ambiente && claims.ate > now()
        ? claims.usuario
        : undefined;
    },
    isKnown: async (given, ambiente, usuario) => {
      const known = parseJson((await claimsIn(given)) ?? '');
      return isJsonObject(known) && known.ambiente === ambiente && known.conhecido === usuario;
    },
  };
};
