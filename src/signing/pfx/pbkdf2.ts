import { pbkdf2 as pbkdf2InScript } from '@noble/hashes/pbkdf2.js';
import { sha224 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../../base/bytes.ts';
import { type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { octetsOf, oidOf, smallIntegerOf } from '../der/values.ts';
import { PfxRefusal, roundsOf } from './fault.ts';

/** RFC 8018 appendix A.2 */
export const PBKDF2 = '1.2.840.113549.1.5.12';
export const HMAC_SHA256 = '1.2.840.113549.2.9';

export type HmacHash = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** RFC 8018 appendix B.1 */
const HMAC_HASHES: Record<string, HmacHash> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  [HMAC_SHA256]: 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/** The hash of an AlgorithmIdentifier that names an HMAC. Throws `PfxRefusal`, `DerError`. */
export const readHmac = (identifier: Der): HmacHash => {
  const hash = HMAC_HASHES[oidOf(fieldsOf(identifier).next())];
  if (!hash) throw new PfxRefusal('unsupported-algorithm');
  return hash;
};

export interface Pbkdf2 {
  hash: HmacHash;
  salt: Bytes;
  rounds: number;
  /** Bytes; absent where the cipher says it. */
  size?: number;
}

/** Reads an AlgorithmIdentifier of PBKDF2 (RFC 8018 appendix A.2). Throws `PfxRefusal`, `DerError`. */
export const readPbkdf2 = (identifier: Der): Pbkdf2 => {
  const fields = fieldsOf(identifier);
  if (oidOf(fields.next()) !== PBKDF2) throw new PfxRefusal('unsupported-algorithm');
  const parameters = fieldsOf(fields.next());
  const salt = octetsOf(parameters.next(TAG.octetString));
  const rounds = roundsOf(parameters.next());
  const size = parameters.optional(TAG.integer);
  const prf = parameters.optional(TAG.sequence);
  return {
    hash: prf ? readHmac(prf) : 'SHA-1',
    salt,
    rounds,
    ...(size && { size: smallIntegerOf(size) }),
  };
};

/** PBKDF2 with HMAC (RFC 8018 §5.2): `size` bytes. SHA-224, which WebCrypto lacks, is computed in script. */
export const pbkdf2 = async (
  { hash, salt, rounds }: Pbkdf2,
  password: Bytes,
  size: number,
): Promise<Bytes> => {
  if (hash === 'SHA-224') {
    return Uint8Array.from(pbkdf2InScript(sha224, password, salt, { c: rounds, dkLen: size }));
  }
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash, salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 8 * size));
};
