import type { Bytes } from '../../base/bytes.ts';
import { constructed, TAG } from './tags.ts';

/** One value of a DER or BER encoding, as offsets into `source`: nothing is copied (X.690 §8.1). */
export interface Der {
  source: Bytes;
  /** The identifier octet. */
  tag: number;
  start: number;
  contentStart: number;
  contentEnd: number;
  /** After the end-of-contents octets, where the length is indefinite. */
  end: number;
}

/** What hostile or broken bytes lead to; caught where a file enters, by `attempt`. */
export class DerError extends Error {
  readonly kind: 'truncated' | 'malformed';
  constructor(kind: 'truncated' | 'malformed') {
    super(kind);
    this.kind = kind;
  }
}

const MAX_DEPTH = 40;
/** Enough for a gigabyte streamed in parts of 4 kB. */
const MAX_CHILDREN = 250_000;

/** Reads the header at `at`. Throws `DerError`. */
export const readDer = (source: Bytes, at = 0, limit = source.length, depth = 0): Der => {
  const octet = (offset: number): number => {
    const value = offset < limit ? source[offset] : undefined;
    if (value === undefined) throw new DerError('truncated');
    return value;
  };
  const tag = octet(at);
  // Tag numbers above 30 occur in none of the structures read here.
  if ((tag & 0x1f) === 0x1f || depth > MAX_DEPTH) throw new DerError('malformed');
  const first = octet(at + 1);
  let contentStart = at + 2;
  let length = first;
  if (first === 0x80) {
    if (!constructed(tag)) throw new DerError('malformed');
    const contentEnd = endOfContents(source, contentStart, limit, depth + 1);
    return { source, tag, start: at, contentStart, contentEnd, end: contentEnd + 2 };
  }
  if (first > 0x80) {
    const size = first & 0x7f;
    if (size > 6) throw new DerError('malformed');
    length = 0;
    for (let i = 0; i < size; i++) length = length * 256 + octet(contentStart + i);
    contentStart += size;
  }
  const end = contentStart + length;
  if (end > limit) throw new DerError('truncated');
  return { source, tag, start: at, contentStart, contentEnd: end, end };
};

const endOfContents = (source: Bytes, from: number, limit: number, depth: number): number => {
  let at = from;
  while (source[at] !== 0 || source[at + 1] !== 0) at = readDer(source, at, limit, depth).end;
  if (at + 2 > limit) throw new DerError('truncated');
  return at;
};

export const contentOf = (node: Der): Bytes =>
  node.source.subarray(node.contentStart, node.contentEnd);

/** Header and content. */
export const encodedOf = (node: Der): Bytes => node.source.subarray(node.start, node.end);

/** The values inside a constructed value. Throws `DerError`. */
export const childrenOf = (node: Der): Der[] => {
  if (!constructed(node.tag)) throw new DerError('malformed');
  const children: Der[] = [];
  for (let at = node.contentStart; at < node.contentEnd; ) {
    const child = readDer(node.source, at, node.contentEnd);
    if (children.push(child) > MAX_CHILDREN) throw new DerError('malformed');
    at = child.end;
  }
  return children;
};

/** The single value inside an explicit tag or a set of one. Throws `DerError`. */
export const onlyChildOf = (node: Der): Der => {
  const [child, ...others] = childrenOf(node);
  if (!child || others.length > 0) throw new DerError('malformed');
  return child;
};

/** Reads the members of a SEQUENCE in their order, as its ASN.1 names them. */
export interface Fields {
  /** The next value; throws `DerError` where there is none or its tag is another one. */
  next(tag?: number): Der;
  /** The next value if it bears this tag. */
  optional(tag: number): Der | undefined;
}

export const fieldsOf = (node: Der, tag: number = TAG.sequence): Fields => {
  if (node.tag !== tag) throw new DerError('malformed');
  const members = childrenOf(node);
  let at = 0;
  const optional = (wanted: number): Der | undefined => {
    const member = members[at];
    if (member?.tag !== wanted) return undefined;
    at++;
    return member;
  };
  const next = (wanted?: number): Der => {
    const member = members[at];
    if (!member || (wanted !== undefined && member.tag !== wanted)) throw new DerError('malformed');
    at++;
    return member;
  };
  return { next, optional };
};

/** What `read` gives, or the kind of its `DerError`; other errors pass. */
export const attempt = <T>(read: () => T): { value: T } | { broken: DerError['kind'] } => {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof DerError) return { broken: error.kind };
    throw error;
  }
};
