import {
  type Bytes,
  concat,
  fromBase64,
  fromHex,
  sha256Hex,
  toBase64,
  utf8,
} from '../base/bytes.ts';
import type { JsonObject } from '../base/json.ts';
import { unwrapKey, type WrappedKey, wrapKey } from '../base/key-wrap.ts';
import { ok, type Result } from '../base/result.ts';

/**
 * What makes copies without asking for the passphrase, as it lies on disk. Who has it can write copies, never read one:
 * the private key is wrapped by the passphrase.
 */
export interface BackupKeys {
  /** Raw point on P-256. */
  publicKey: Bytes;
  /** The writer's secret and the private key (PKCS#8), wrapped together. */
  wrapped: WrappedKey;
  /** Proves that a copy was written by who holds it, as the pre-shared key of HPKE does (RFC 9180 §5.1.2). */
  writer: Bytes;
}

/** What opens copies, in memory for as long as one is read. */
export interface OpenedKeys {
  privateKey: CryptoKey;
  writer: Bytes;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const WRITER_BYTES = 32;

/** Keys for a passphrase the person chose. */
export const makeKeys = async (passphrase: string): Promise<BackupKeys> => {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const writer = crypto.getRandomValues(new Uint8Array(WRITER_BYTES));
  const secret = concat(writer, pkcs8);
  const wrapped = await wrapKey(secret, passphrase);
  pkcs8.fill(0);
  secret.fill(0);
  return { publicKey: await rawKey(pair.publicKey), wrapped, writer };
};

/** The wrapped part again. */
export const openKeys = async (
  wrapped: WrappedKey,
  passphrase: string,
): Promise<Result<OpenedKeys, 'wrong-passphrase'>> => {
  const opened = await unwrapKey(wrapped, passphrase);
  if (!opened.ok) return opened;
  const writer = opened.value.slice(0, WRITER_BYTES);
  const pkcs8 = opened.value.slice(WRITER_BYTES);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['deriveBits']);
  opened.value.fill(0);
  pkcs8.fill(0);
  return ok({ privateKey, writer });
};

/** A key pair for one copy; what it agrees on with the person's key encrypts that copy alone. */
export const ephemeralPair = async (): Promise<{ privateKey: CryptoKey; publicKey: Bytes }> => {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  return { privateKey: pair.privateKey, publicKey: await rawKey(pair.publicKey) };
};

/** The key of a copy's content; it is another one for every other header. */
export const contentKey = async (
  { privateKey, writer }: OpenedKeys,
  publicKey: Bytes,
  header: Bytes,
): Promise<CryptoKey> => {
  const theirs = await crypto.subtle.importKey('raw', publicKey, CURVE, false, []);
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
  const secret = concat(new Uint8Array(agreed), writer);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const salt = fromHex(await sha256Hex(header));
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('estafeta copy content') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

const rawKey = async (key: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', key));

/** For the settings and for a header; bytes in base64. */
export const wrappedToJson = ({ salt, rounds, iv, encrypted }: WrappedKey): JsonObject => ({
  salt: toBase64(salt),
  rounds,
  iv: toBase64(iv),
  encrypted: toBase64(encrypted),
});

/** Reads what `wrappedToJson` wrote; throws on anything else. */
export const wrappedFromJson = (json: JsonObject): WrappedKey => ({
  salt: bytesFrom(json.salt),
  rounds: Number(json.rounds),
  iv: bytesFrom(json.iv),
  encrypted: bytesFrom(json.encrypted),
});

/** Bytes of a base64 text in JSON; throws on anything else. */
export const bytesFrom = (value: JsonObject[string] | undefined): Bytes => {
  if (typeof value !== 'string') throw new TypeError('not base64');
  return fromBase64(value);
};
