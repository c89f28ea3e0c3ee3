import { type Bytes, utf8 } from './bytes.ts';
import { err, ok, type Result } from './result.ts';

/** A secret (a private key) as it may lie on disk: encrypted under a passphrase the person chose. */
export interface WrappedKey {
  salt: Bytes;
  /** Rounds of PBKDF2 with HMAC-SHA-256. */
  rounds: number;
  /** Initialization vector of AES-256-GCM. */
  iv: Bytes;
  encrypted: Bytes;
}

/** OWASP's minimum for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;

const keyOf = async (
  passphrase: string,
  { salt, rounds }: Pick<WrappedKey, 'salt' | 'rounds'>,
): Promise<CryptoKey> => {
  // The same letters may reach the page composed or decomposed.
  const octets = utf8(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', octets, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

export const wrapKey = async (pkcs8: Bytes, passphrase: string): Promise<WrappedKey> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(passphrase, { salt, rounds: ROUNDS });
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, pkcs8);
  return { salt, rounds: ROUNDS, iv, encrypted: new Uint8Array(encrypted) };
};

/** The PKCS#8 key again; the caller overwrites it when done. A damaged record looks like a wrong passphrase. */
export const unwrapKey = async (
  wrapped: WrappedKey,
  passphrase: string,
): Promise<Result<Bytes, 'wrong-passphrase'>> => {
  const key = await keyOf(passphrase, wrapped);
  const algorithm = { name: 'AES-GCM', iv: wrapped.iv };
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt(algorithm, key, wrapped.encrypted)));
  } catch {
    return err('wrong-passphrase');
  }
};
