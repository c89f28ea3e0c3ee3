import type { Bytes } from '../../base/bytes.ts';
import { contentOf, type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { algorithm, derNull, integer, octetString, sequence } from '../der/writer.ts';
import { cbcDecrypt } from './block-cipher.ts';
import { tripleDes } from './des.ts';
import { PfxRefusal, roundsOf } from './fault.ts';
import type { Encrypted } from './legacy-encryption.ts';
import { type PrfHash, pbkdf2 } from './pbkdf2.ts';

/** RFC 8018 appendix A.4 */
export const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const HMAC_SHA256 = '1.2.840.113549.2.9';
const AES_256_CBC = '2.16.840.1.101.3.4.1.42';

/** RFC 8018 appendix B.1 */
const PRF_HASHES: Record<string, PrfHash> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  [HMAC_SHA256]: 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/** Gives the plain octets, or `undefined` where the padding shows a wrong key. */
type Decrypt = (key: Bytes, iv: Bytes, data: Bytes) => Promise<Bytes | undefined>;

const aes: Decrypt = async (key, iv, data) => {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, data));
  } catch {
    return undefined;
  }
};

/** In script, because Chromium's WebCrypto has no AES-192. */
const aes192: Decrypt = async (key, iv, data) => {
  const { cbc } = await import('@noble/ciphers/aes.js');
  try {
    return Uint8Array.from(cbc(key, iv).decrypt(data));
  } catch {
    return undefined;
  }
};

const des3: Decrypt = async (key, iv, data) => cbcDecrypt(tripleDes(key), iv, data);

/** RFC 8018 appendix B.2, RFC 3565 */
const CIPHERS: Record<string, { keyBytes: number; decrypt: Decrypt }> = {
  '2.16.840.1.101.3.4.1.2': { keyBytes: 16, decrypt: aes },
  '2.16.840.1.101.3.4.1.22': { keyBytes: 24, decrypt: aes192 },
  [AES_256_CBC]: { keyBytes: 32, decrypt: aes },
  '1.2.840.113549.3.7': { keyBytes: 24, decrypt: des3 },
};

const readKdf = (identifier: Der) => {
  const fields = fieldsOf(identifier);
  if (oidOf(fields.next()) !== PBKDF2) throw new PfxRefusal('unsupported-algorithm');
  const parameters = fieldsOf(fields.next());
  const salt = octetsOf(parameters.next(TAG.octetString));
  const rounds = roundsOf(parameters.next());
  parameters.optional(TAG.integer);
  const prf = parameters.optional(TAG.sequence);
  const hash = prf ? PRF_HASHES[oidOf(fieldsOf(prf).next())] : 'SHA-1';
  if (!hash) throw new PfxRefusal('unsupported-algorithm');
  return { salt, rounds, hash };
};

/** Decrypts with the password's `utf8` form (RFC 8018 §6.2). Throws `PfxRefusal`, `DerError`. */
export const decryptPbes2 = async (
  parameters: Der,
  data: Bytes,
  password: Bytes,
): Promise<Bytes> => {
  const fields = fieldsOf(parameters);
  const { hash, salt, rounds } = readKdf(fields.next());
  const scheme = fieldsOf(fields.next());
  const cipher = CIPHERS[oidOf(scheme.next())];
  if (!cipher) throw new PfxRefusal('unsupported-algorithm');
  const iv = contentOf(scheme.next(TAG.octetString));
  const key = await pbkdf2(hash, password, salt, rounds, cipher.keyBytes);
  const plain = await cipher.decrypt(key, iv, data);
  if (!plain) throw new PfxRefusal('wrong-password');
  return plain;
};

const ROUNDS = 2048;

/** Encrypts with AES-256-CBC under PBKDF2 with HMAC-SHA-256. */
export const encryptPbes2 = async (plain: Bytes, password: Bytes): Promise<Encrypted> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const octets = await pbkdf2('SHA-256', password, salt, ROUNDS, 32);
  const key = await crypto.subtle.importKey('raw', octets, 'AES-CBC', false, ['encrypt']);
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, plain);
  const prf = algorithm(HMAC_SHA256, derNull);
  const kdf = algorithm(PBKDF2, sequence(octetString(salt), integer(ROUNDS), prf));
  const scheme = algorithm(AES_256_CBC, octetString(iv));
  return { algorithm: algorithm(PBES2, sequence(kdf, scheme)), data: new Uint8Array(encrypted) };
};
