import { type Bytes, fromUtf8, join } from '../../base/bytes.ts';
import { childrenOf, contentOf, type Der, DerError } from './reader.ts';
import { constructed, TAG } from './tags.ts';

/** Dotted text of an OBJECT IDENTIFIER (X.690 §8.19). Throws `DerError`. */
export const oidOf = (node: Der): string => {
  const octets = contentOf(node);
  if (node.tag !== TAG.oid || octets.length === 0 || octets.length > 64) {
    throw new DerError('malformed');
  }
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of octets) {
    arc = arc * 128 + (octet & 0x7f);
    if (octet & 0x80) continue;
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - root * 40);
    } else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
};

/** A non-negative INTEGER below 2^48. Throws `DerError`. */
export const smallIntegerOf = (node: Der): number => {
  const octets = contentOf(node);
  if (node.tag !== TAG.integer || octets.length > 6 || (octets[0] ?? 0x80) & 0x80) {
    throw new DerError('malformed');
  }
  return octets.reduce((value, octet) => value * 256 + octet, 0);
};

/**
 * The octets of an OCTET STRING, universal or implicitly tagged: in place where it is primitive, joined where BER cut it
 * into parts (X.690 §8.7). Throws `DerError`, also where parts of parts have parts, which no writer makes.
 */
export const octetsOf = (node: Der, depth = 0): Bytes => {
  if (!constructed(node.tag)) return contentOf(node);
  if (depth > 2) throw new DerError('malformed');
  return join(childrenOf(node).map((part) => octetsOf(part, depth + 1)));
};

/** The octets of a BIT STRING without unused bits, such as keys and signatures. Throws `DerError`. */
export const bitStringOf = (node: Der): Bytes => {
  const octets = contentOf(node);
  if (node.tag !== TAG.bitString || octets[0] !== 0) throw new DerError('malformed');
  return octets.subarray(1);
};

export const booleanOf = (node: Der): boolean => contentOf(node)[0] !== 0;

const DECODERS: Record<number, (octets: Bytes) => string> = {
  [TAG.bmpString]: (octets) => new TextDecoder('utf-16be').decode(octets),
  [TAG.t61String]: (octets) => new TextDecoder('latin1').decode(octets),
};

/** Text of any of the string types, also of an OCTET STRING that holds text, as ICP-Brasil's names do. */
export const textOf = (node: Der): string => {
  const octets = octetsOf(node);
  return (DECODERS[node.tag] ?? fromUtf8)(octets);
};

const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/;

/** Epoch ms of a UTCTime or GeneralizedTime in UTC (RFC 5280 §4.1.2.5). Throws `DerError`. */
export const timeOf = (node: Der): number => {
  const short = node.tag === TAG.utcTime;
  const parts = (short ? UTC_TIME : GENERALIZED_TIME).exec(textOf(node));
  if (!parts) throw new DerError('malformed');
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  // Two digits from 50 on are of the last century (RFC 5280 §4.1.2.5.1).
  const fullYear = short ? year + (year < 50 ? 2000 : 1900) : year;
  return Date.UTC(fullYear, month - 1, day, hour, minute, second);
};
