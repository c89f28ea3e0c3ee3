import { pbkdf2 as pbkdf2InScript } from '@noble/hashes/pbkdf2.js';
import { sha224 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../../base/bytes.ts';

export type PrfHash = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** PBKDF2 with HMAC (RFC 8018 §5.2): `size` bytes. SHA-224, which WebCrypto lacks, is computed in script. */
export const pbkdf2 = async (
  hash: PrfHash,
  password: Bytes,
  salt: Bytes,
  rounds: number,
  size: number,
): Promise<Bytes> => {
  if (hash === 'SHA-224') {
    return Uint8Array.from(pbkdf2InScript(sha224, password, salt, { c: rounds, dkLen: size }));
  }
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash, salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 8 * size));
};
