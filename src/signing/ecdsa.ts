import { type Bytes, concat } from '../base/bytes.ts';
import { childrenOf, contentOf, readDer } from './der/reader.ts';
import { sequence, unsignedInteger } from './der/writer.ts';

/** Ecdsa-Sig-Value (RFC 3279 §2.2.3) of the fixed-length pair that WebCrypto gives. */
export const ecdsaToDer = (pair: Bytes): Bytes => {
  const half = pair.length / 2;
  return sequence(unsignedInteger(pair.subarray(0, half)), unsignedInteger(pair.subarray(half)));
};

/** The pair WebCrypto wants, each number `size` bytes long. Throws `DerError`. */
export const ecdsaFromDer = (signature: Bytes, size: number): Bytes => {
  const numbers = childrenOf(readDer(signature)).map((number) => {
    const octets = contentOf(number);
    const significant = octets.subarray(Math.max(0, octets.length - size));
    return concat(new Uint8Array(size - significant.length), significant);
  });
  return concat(...numbers);
};
