import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { attempt, encodedOf, fieldsOf, readDer } from '../der/reader.ts';
import { TAG } from '../der/tags.ts';
import { smallIntegerOf } from '../der/values.ts';
import { der, integer, octetString, sequence, unsignedInteger } from '../der/writer.ts';
import { hashIdentifier } from './signer-info.ts';
import type { SigningHash } from './signing-keys.ts';
import { readTimestampToken } from './timestamp-token.ts';

/** What an authority is asked to stamp. */
export interface TimestampQuestion {
  hash: SigningHash;
  /** Of the signature to be stamped. */
  digest: Bytes;
  /** Random octets that the answer has to repeat. */
  nonce: Bytes;
}

export type TimestampAnswerFault =
  /** The authority says that it does not stamp this. */
  | 'timestamp-refused'
  /** Not a TimeStampResp, or without a token that can be read. */
  | 'timestamp-malformed'
  /** A token over something else, or of another question. */
  | 'timestamp-of-another';

/** TimeStampReq that asks for the authority's certificate, too (RFC 3161 §2.4.1). */
export const writeTimestampRequest = ({ hash, digest, nonce }: TimestampQuestion): Bytes =>
  sequence(
    integer(1),
    sequence(hashIdentifier(hash), octetString(digest)),
    unsignedInteger(nonce),
    der(TAG.boolean, Uint8Array.of(0xff)),
  );

/** `granted` and `grantedWithMods` (RFC 3161 §2.4.2). */
const MOST_GRANTED = 1;

/** The token of a TimeStampResp, DER, once it is the answer to this question. Its signature is not looked at. */
export const readTimestampAnswer = (
  answer: Bytes,
  { hash, digest, nonce }: TimestampQuestion,
): Result<Bytes, TimestampAnswerFault> => {
  const read = attempt(() => {
    const fields = fieldsOf(readDer(answer));
    const status = smallIntegerOf(fieldsOf(fields.next()).next(TAG.integer));
    return { status, token: fields.optional(TAG.sequence) };
  });
  if ('broken' in read) return err('timestamp-malformed');
  if (read.value.status > MOST_GRANTED) return err('timestamp-refused');
  const encoded = read.value.token && encodedOf(read.value.token);
  const token = encoded && readTimestampToken(encoded);
  if (!token) return err('timestamp-malformed');
  const isAnswer =
    token.imprint.hash === hash &&
    sameBytes(token.imprint.digest, digest) &&
    sameBytes(nonceIn(token.info), unsignedInteger(nonce));
  return isAnswer ? ok(encoded) : err('timestamp-of-another');
};

const NONE: Bytes = new Uint8Array(0);

/** The nonce of a TSTInfo, as it is encoded (RFC 3161 §2.4.2). */
const nonceIn = (info: Bytes): Bytes => {
  const fields = fieldsOf(readDer(info));
  // Version, policy, imprint, serial number and time; then accuracy and ordering, which may be absent.
  for (let i = 0; i < 5; i++) fields.next();
  fields.optional(TAG.sequence);
  fields.optional(TAG.boolean);
  const nonce = fields.optional(TAG.integer);
  return nonce ? encodedOf(nonce) : NONE;
};
