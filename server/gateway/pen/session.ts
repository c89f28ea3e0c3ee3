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

/** Gives sessions and reads them back; they mean nothing to a gateway that was started anew. */
export interface Sessions {
  open(ambiente: string, usuario: string): Promise<{ sessao: string; ate: number }>;
  /** The user of a session of that environment, while it lasts. */
  userOf(request: Request, ambiente: string): Promise<string | undefined>;
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
  return {
    open: async (ambiente, usuario) => {
      const ate = now() + LASTS_MS;
      const claims = utf8(JSON.stringify({ ambiente, usuario, ate }));
      const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await made, claims));
      return { sessao: `${toBase64Url(claims)}.${toBase64Url(mac)}`, ate };
    },
    userOf: async (request, ambiente) => {
      const given = /^Bearer ([\w-]+)\.([\w-]+)$/.exec(request.headers.get('authorization') ?? '');
      if (!given) return undefined;
      const [claims, mac] = given.slice(1).map(bytesOrNone);
      if (!claims || !mac || !(await crypto.subtle.verify('HMAC', await made, mac, claims))) {
        return undefined;
      }
      const read = readClaims(fromUtf8(claims));
      return read && read.ambiente === ambiente && read.ate > now() ? read.usuario : undefined;
    },
  };
};
