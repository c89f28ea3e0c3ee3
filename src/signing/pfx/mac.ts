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
import { pkcs12Kdf } from './pkcs12-kdf.ts';

const HASHES: Record<string, CHash> = {
  [OID.sha1]: sha1,
  [OID.sha224]: sha224,
  [OID.sha256]: sha256,
  [OID.sha384]: sha384,
  [OID.sha512]: sha512,
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

/** Whether a MacData holds over the content with the password's `bmp` form (RFC 7292 §5.1). Throws as `openPfx` does. */
export const macHolds = (macData: Der, content: Bytes, password: Bytes): boolean => {
  const fields = fieldsOf(macData);
  const digestInfo = fieldsOf(fields.next());
  const dotted = oidOf(fieldsOf(digestInfo.next()).next());
  const digest = octetsOf(digestInfo.next(TAG.octetString));
  const salt = octetsOf(fields.next(TAG.octetString));
  const iterations = fields.optional(TAG.integer);
  const rounds = iterations ? roundsOf(iterations) : 1;
  return sameBytes(macOf(hashOf(dotted), password, { salt, rounds }, content), digest);
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
