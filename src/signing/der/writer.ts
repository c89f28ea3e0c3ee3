import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { context, TAG } from './tags.ts';

/** Identifier and length octets of a value whose content has `length` bytes (X.690 §8.1.3, §10.1). */
export const derHeader = (tag: number, length: number): Bytes => {
  if (length < 0x80) return Uint8Array.of(tag, length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(tag, 0x80 | octets.length, ...octets);
};

/** A value with this identifier octet around the parts. */
export const der = (tag: number, ...parts: Uint8Array[]): Bytes => {
  const length = parts.reduce((size, part) => size + part.length, 0);
  return concat(derHeader(tag, length), ...parts);
};

export const sequence = (...members: Uint8Array[]): Bytes => der(TAG.sequence, ...members);

const byOctets = (a: Uint8Array, b: Uint8Array): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** The order DER gives the members of a SET OF (X.690 §11.6). */
export const derSorted = (members: readonly Bytes[]): Bytes[] => [...members].sort(byOctets);

export const setOf = (...members: Bytes[]): Bytes => der(TAG.set, ...derSorted(members));

/** `[number] EXPLICIT`, or IMPLICIT of a constructed type. */
export const tagged = (number: number, ...parts: Uint8Array[]): Bytes =>
  der(context(number), ...parts);

export const octetString = (octets: Uint8Array): Bytes => der(TAG.octetString, octets);

export const derNull: Bytes = der(TAG.null);

/** A non-negative INTEGER below 2^53. */
export const integer = (value: number): Bytes => {
  const octets = [value % 256];
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) {
    octets.unshift(rest % 256);
  }
  return unsignedInteger(Uint8Array.from(octets));
};

/** An INTEGER from big-endian octets taken as a non-negative number (X.690 §8.3). */
export const unsignedInteger = (octets: Uint8Array): Bytes => {
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start++;
  const minimal = octets.subarray(start);
  const sign = (minimal[0] ?? 0) & 0x80 ? [0] : [];
  return der(TAG.integer, Uint8Array.from(sign), minimal);
};

export const oid = (dotted: string): Bytes => {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  const octets = [root * 40 + second, ...arcs].flatMap((arc) => {
    const base128 = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
      base128.unshift(0x80 | (rest % 128));
    }
    return base128;
  });
  return der(TAG.oid, Uint8Array.from(octets));
};

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2). */
export const algorithm = (dotted: string, ...parameters: Bytes[]): Bytes =>
  sequence(oid(dotted), ...parameters);

/** CMS Time: UTCTime until 2049, GeneralizedTime from 2050 (RFC 5652 §11.3). `at` is epoch ms. */
export const time = (at: number): Bytes => {
  const digits = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '');
  return digits < '2050'
    ? der(TAG.utcTime, utf8(digits.slice(2)))
    : der(TAG.generalizedTime, utf8(digits));
};
