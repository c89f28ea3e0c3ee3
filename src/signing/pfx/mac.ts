import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { type Der, fieldsOf } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { algorithm, derNull, integer, octetString, sequence } from '../der/writer.ts';
import { OID } from '../oids.ts';
import { PfxRefusal, roundsOf } from './fault.ts';
import type { Password } from './password.ts';
import { type HmacHash, pbkdf2, readHmac, readPbkdf2 } from './pbkdf2.ts';
import { pkcs12Kdf } from './pkcs12-kdf.ts';

/** RFC 9579: the MAC's key comes from PBKDF2, not from the derivation of PKCS #12. */
const PBMAC1 = '1.2.840.113549.1.5.14';

const HASHES: Record<string, CHash> = {
  [OID.sha1]: sha1,
  [OID.sha224]: sha224,
  [OID.sha256]: sha256,
  [OID.sha384]: sha384,
  [OID.sha512]: sha512,
};

const HMAC_HASHES: Record<HmacHash, CHash> = {
  'SHA-1': sha1,
  'SHA-224': sha224,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};

const hashOf = (dotted: string): CHash => {
  const hash = HASHES[dotted];
  if (!hash) throw new PfxRefusal('unsupported-algorithm');
  return hash;
};

const macOf = (
  hash: CHash,
  password: Bytes,
  parameters: { salt: Bytes; rounds: number },
  content: Bytes,
): Bytes => {
  const key = pkcs12Kdf(hash, password, parameters, 'mac', hash.outputLen);
  return Uint8Array.from(hmac(hash, key, content));
};

/** A key shorter than this would let a MAC hold by chance (RFC 9579 §5). */
const SHORTEST_KEY = 20;
/** Longer than the block of any of the hashes says nothing more. */
const LONGEST_KEY = 128;

/** PBMAC1 (RFC 8018 §7.1) with the parameters RFC 9579 asks for. */
const pbmac1Of = async (parameters: Der, password: Bytes, content: Bytes): Promise<Bytes> => {
  const fields = fieldsOf(parameters);
  const kdf = readPbkdf2(fields.next());
  const hash = readHmac(fields.next());
  if (kdf.size === undefined || kdf.size < SHORTEST_KEY || kdf.size > LONGEST_KEY) {
    throw new PfxRefusal('unsupported-algorithm');
  }
  const key = await pbkdf2(kdf, password, kdf.size);
  return Uint8Array.from(hmac(HMAC_HASHES[hash], key, content));
};

/** Whether a MacData holds over the content (RFC 7292 §5.1, RFC 9579 §4). Throws as `openPfx` does. */
export const macHolds = async (
  macData: Der,
  content: Bytes,
  password: Password,
): Promise<boolean> => {
  const fields = fieldsOf(macData);
  const digestInfo = fieldsOf(fields.next());
  const identifier = fieldsOf(digestInfo.next());
  const dotted = oidOf(identifier.next());
  const digest = octetsOf(digestInfo.next(TAG.octetString));
  if (dotted === PBMAC1) {
    return sameBytes(await pbmac1Of(identifier.next(), password.utf8, content), digest);
  }
  const salt = octetsOf(fields.next(TAG.octetString));
  const iterations = fields.optional(TAG.integer);
  const rounds = iterations ? roundsOf(iterations) : 1;
  return sameBytes(macOf(hashOf(dotted), password.bmp, { salt, rounds }, content), digest);
};

const ROUNDS = 2048;

/** A MacData over the content (RFC 7292 §4). */
export const writeMac = (
  dotted: typeof OID.sha1 | typeof OID.sha256,
  content: Bytes,
  password: Bytes,
): Bytes => {
  const salt = crypto.getRandomValues(new Uint8Array(8));
  const digest = macOf(hashOf(dotted), password, { salt, rounds: ROUNDS }, content);
  return sequence(
    sequence(algorithm(dotted, derNull), octetString(digest)),
    octetString(salt),
    integer(ROUNDS),
  );
};
