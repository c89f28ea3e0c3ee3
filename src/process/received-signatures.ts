import { type Bytes, fromBase64, fromHex, toBase64 } from '../base/bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';

/** A signature as it came with a file of a received document. */
export type ReceivedSignature = {
  /** What the sender wrote of it: who, when. Nothing vouches for it. */
  razao?: string;
} & (
  | { kind: 'p7s'; p7s: Bytes }
  /** Made with user and password in the sender's system: nothing of it can be checked elsewhere. */
  | { kind: 'password' }
  | { kind: 'unreadable' }
);

/** The signatures that a document as it came (`ProcessDocument.wire`) has over a file of it; `sha256`: hexadecimal (pen.md B.4). */
export const signaturesIn = (wire: JsonObject, sha256: string): ReceivedSignature[] => {
  const hash = toBase64(fromHex(sha256));
  const component = listOf(wire.componentesDigitais)
    .filter(isJsonObject)
    .find((each) => isJsonObject(each.hash) && each.hash.conteudo === hash);
  return listOf(component?.assinaturasDigitais).filter(isJsonObject).map(signatureOf);
};

/** Stands in the place of hash and chain where there is neither. */
const NONE = 'vazio';

const signatureOf = ({ razao, cadeiaDoCertificado }: JsonObject): ReceivedSignature => {
  const chain = isJsonObject(cadeiaDoCertificado) ? cadeiaDoCertificado.conteudo : undefined;
  const said = typeof razao === 'string' && razao.trim() !== '' ? { razao } : {};
  if (chain === NONE) return { ...said, kind: 'password' };
  const p7s = typeof chain === 'string' && chain !== '' ? bytesIn(chain) : undefined;
  return p7s ? { ...said, kind: 'p7s', p7s } : { ...said, kind: 'unreadable' };
};

const bytesIn = (base64: string): Bytes | undefined => {
  try {
    return fromBase64(base64.replace(/\s+/g, ''));
  } catch {
    return undefined;
  }
};

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
