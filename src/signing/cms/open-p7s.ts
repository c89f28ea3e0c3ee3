import { type Bytes, bytesOf } from '../../base/bytes.ts';
import {
  attempt,
  childrenOf,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  readDer,
} from '../der/reader.ts';
import { constructed, context, TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { der } from '../der/writer.ts';
import { OID } from '../oids.ts';
import type { Members } from './members.ts';
import { readSignerInfo, type SignerInfo } from './signed-data.ts';

/** A SignedData taken apart, whatever its size: only what is not content is in memory. */
export interface OpenedP7s {
  members: Members;
  /** The signers of the members, read. */
  signers: SignerInfo[];
  /** EncapsulatedContentInfo, as it is encoded. */
  encapsulated: Blob;
  contentType: string;
  /** The octets of the content; absent in a detached signature. */
  content?: Blob;
}

/** What stands before the content takes some tens of bytes. */
const HEAD_BYTES = 4096;

/**
 * What `read` makes of the first bytes of a file, or of all of them where it asks for more: lengths that are told lead
 * past the content, indefinite ones (X.690 §8.1.3.6) only through it. Throws `DerError`.
 */
const readHead = async <T>(file: Blob, read: (head: Bytes) => T): Promise<T> => {
  const head = await bytesOf(file.slice(0, HEAD_BYTES));
  const outcome = attempt(() => read(head));
  if ('value' in outcome) return outcome.value;
  return read(await bytesOf(file));
};

/** The value at `at`, whose end may lie beyond the bytes at hand but not beyond `limit`. Throws `DerError`. */
const valueAt = (source: Bytes, at: number, limit: number, tag: number): Der => {
  const value = readDer(source, at, limit);
  if (value.tag !== tag) throw new DerError('malformed');
  return value;
};

/** As `valueAt`, with nothing after it. */
const lastAt = (source: Bytes, at: number, limit: number, tag: number): Der => {
  const value = valueAt(source, at, limit, tag);
  if (value.end !== limit) throw new DerError('malformed');
  return value;
};

/** Where the members lie that stand before and after the content. */
const readOutline = (head: Bytes, size: number) => {
  const contentInfo = lastAt(head, 0, size, TAG.sequence);
  const type = valueAt(head, contentInfo.contentStart, contentInfo.contentEnd, TAG.oid);
  if (oidOf(type) !== OID.signedData) throw new DerError('malformed');
  const explicit = lastAt(head, type.end, contentInfo.contentEnd, context(0));
  const signedData = lastAt(head, explicit.contentStart, explicit.contentEnd, TAG.sequence);
  const { contentStart, contentEnd } = signedData;
  const version = valueAt(head, contentStart, contentEnd, TAG.integer);
  const digestAlgorithms = valueAt(head, version.end, contentEnd, TAG.set);
  const encapsulated = valueAt(head, digestAlgorithms.end, contentEnd, TAG.sequence);
  return {
    version: encodedOf(version),
    digestAlgorithms: childrenOf(digestAlgorithms).map(encodedOf),
    encapsulated: { start: encapsulated.start, end: encapsulated.end },
    end: contentEnd,
  };
};

const readTail = (tail: Bytes): Pick<Members, 'certificates' | 'revocation' | 'signers'> => {
  const fields = fieldsOf(readDer(der(TAG.sequence, tail)));
  const certificates = fields.optional(context(0));
  const revocation = fields.optional(context(1));
  const signers = childrenOf(fields.next(TAG.set));
  return {
    certificates: certificates ? childrenOf(certificates).map(encodedOf) : [],
    ...(revocation && { revocation: encodedOf(revocation) }),
    signers: signers.map(encodedOf),
  };
};

/** Where the content lies in an EncapsulatedContentInfo; its octets where BER cut them into parts. */
const readEncapsulated = (head: Bytes, size: number) => {
  const encapsulated = valueAt(head, 0, size, TAG.sequence);
  const type = valueAt(head, encapsulated.contentStart, encapsulated.contentEnd, TAG.oid);
  const contentType = oidOf(type);
  if (type.end === encapsulated.contentEnd) return { contentType };
  const explicit = valueAt(head, type.end, encapsulated.contentEnd, context(0));
  const octets = readDer(head, explicit.contentStart, explicit.contentEnd);
  if (!constructed(octets.tag)) {
    return { contentType, start: octets.contentStart, end: octets.contentEnd };
  }
  if (octets.end > head.length) throw new DerError('truncated');
  return { contentType, octets: octetsOf(octets) };
};

const open = async (p7s: Blob): Promise<OpenedP7s> => {
  const { version, digestAlgorithms, ...outline } = await readHead(p7s, (head) =>
    readOutline(head, p7s.size),
  );
  const { start, end } = outline.encapsulated;
  const encapsulated = p7s.slice(start, end);
  const inner = await readHead(encapsulated, (head) => readEncapsulated(head, encapsulated.size));
  const tail = readTail(await bytesOf(p7s.slice(end, outline.end)));
  const opened = {
    members: { version, digestAlgorithms, ...tail },
    signers: tail.signers.map((signer) => readSignerInfo(readDer(signer))),
    encapsulated,
    contentType: inner.contentType,
  };
  if (inner.octets) return { ...opened, content: new Blob([inner.octets]) };
  if (inner.start === undefined) return opened;
  return { ...opened, content: encapsulated.slice(inner.start, inner.end) };
};

/** Takes a P7S apart, DER or BER, without reading a content whose length is told; `undefined` where it is none. */
export const openP7s = async (p7s: Blob): Promise<OpenedP7s | undefined> => {
  try {
    return await open(p7s);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
};
