import type { Bytes } from '../../base/bytes.ts';
import { contentOf, type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { oidOf } from '../der/values.ts';
import { algorithm, derNull, integer, octetString, sequence } from '../der/writer.ts';
import { cbcDecrypt } from './block-cipher.ts';
import { tripleDes } from './des.ts';
import { PfxRefusal } from './fault.ts';
import type { Encrypted } from './legacy-encryption.ts';
import { HMAC_SHA256, PBKDF2, pbkdf2, readPbkdf2 } from './pbkdf2.ts';

/** RFC 8018 appendix A.4 */
export const PBES2 = '1.2.840.113549.1.5.13';
const AES_256_CBC = '2.16.840.1.101.3.4.1.42';

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

/** Decrypts with the password's `utf8` form (RFC 8018 §6.2). Throws `PfxRefusal`, `DerError`. */
export const decryptPbes2 = async (
  parameters: Der,
  data: Bytes,
  password: Bytes,
): Promise<Bytes> => {
  const fields = fieldsOf(parameters);
  const kdf = readPbkdf2(fields.next());
  const scheme = fieldsOf(fields.next());
  const cipher = CIPHERS[oidOf(scheme.next())];
  if (!cipher) throw new PfxRefusal('unsupported-algorithm');
  const iv = contentOf(scheme.next(TAG.octetString));
  const key = await pbkdf2(kdf, password, cipher.keyBytes);
  const plain = await cipher.decrypt(key, iv, data);
  if (!plain) throw new PfxRefusal('wrong-password');
  return plain;
};

const ROUNDS = 2048;

/** Encrypts with AES-256-CBC under PBKDF2 with HMAC-SHA-256. */
export const encryptPbes2 = async (plain: Bytes, password: Bytes): Promise<Encrypted> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const octets = await pbkdf2({ hash: 'SHA-256', salt, rounds: ROUNDS }, password, 32);
  const key = await crypto.subtle.importKey('raw', octets, 'AES-CBC', false, ['encrypt']);
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, plain);
  const prf = algorithm(HMAC_SHA256, derNull);
  const kdf = algorithm(PBKDF2, sequence(octetString(salt), integer(ROUNDS), prf));
  const scheme = algorithm(AES_256_CBC, octetString(iv));
  return { algorithm: algorithm(PBES2, sequence(kdf, scheme)), data: new Uint8Array(encrypted) };
};
