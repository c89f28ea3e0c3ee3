import { type Bytes, concat } from '../base/bytes.ts';
import { contentOf, DerError, fieldsOf, readDer } from './der/reader.ts';
import { TAG } from './der/tags.ts';
import { sequence, unsignedInteger } from './der/writer.ts';

/** Ecdsa-Sig-Value (RFC 3279 §2.2.3) of the fixed-length pair that WebCrypto gives. */
export const ecdsaToDer = (pair: Bytes): Bytes => {
  const half = pair.length / 2;
  return sequence(unsignedInteger(pair.subarray(0, half)), unsignedInteger(pair.subarray(half)));
};

/**
 * The pair WebCrypto wants, each number `size` bytes long. Throws `DerError` where it is not written as DER has it: a
 * signature that could be written in two ways could be changed without being broken.
 */
export const ecdsaFromDer = (signature: Bytes, size: number): Bytes => {
  const fields = fieldsOf(readDer(signature));
  const [r, s] = [fields.next(TAG.integer), fields.next(TAG.integer)];
  if (s.end !== signature.length) throw new DerError('malformed');
  return concat(fixedLength(contentOf(r), size), fixedLength(contentOf(s), size));
};

const fixedLength = (octets: Bytes, size: number): Bytes => {
  const [first = 0x80, second = 0] = octets;
  // X.690 §8.3.2: no more octets than it takes; these numbers are positive.
  if (first & 0x80 || (first === 0 && !(second & 0x80))) throw new DerError('malformed');
  const significant = first === 0 ? octets.subarray(1) : octets;
  if (significant.length > size) throw new DerError('malformed');
  return concat(new Uint8Array(size - significant.length), significant);
};
