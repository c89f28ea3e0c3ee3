import { type Bytes, sameBytes } from '../../base/bytes.ts';
import {
  attempt,
  childrenOf,
  type Der,
  DerError,
  encodedOf,
  fieldsOf,
  contentOf as octetsIn,
  onlyChildOf,
  readDer,
} from '../der/reader.ts';
import { context, TAG } from '../der/tags.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { der, oid } from '../der/writer.ts';
import { OID } from '../oids.ts';

/** Which certificate a SignerInfo names (RFC 5652 §5.3). */
export type SignerIdentifier =
  | { by: 'issuer-and-serial'; issuer: Bytes; serialNumber: Bytes }
  | { by: 'key-id'; keyId: Bytes };

export interface SignerInfo {
  identifier: SignerIdentifier;
  digestAlgorithm: Der;
  signatureAlgorithm: Der;
  signature: Bytes;
  attributes?: SignedAttributes;
  /** The values of each type of unsigned attribute, in the order of the file: nothing vouches for them. */
  unsigned: Map<string, Der[]>;
  /** Those of the unsigned attributes that sign this signature (RFC 5652 §11.4). */
  countersignatures: SignerInfo[];
}

export interface SignedAttributes {
  /** The SET OF encoding the signature is made over (RFC 5652 §5.4). */
  encoded: Bytes;
  /** The values of each occurrence, by type; well-formed attributes occur once. */
  valuesByType: Map<string, Der[][]>;
}

/** A parsed CMS SignedData (RFC 5652 §5.1), DER or BER; byte fields point into the file where they can. */
export interface SignedData {
  contentType: string;
  /** Absent in a detached signature. */
  content?: Bytes;
  /** DER of the X.509 certificates of the bag. */
  certificates: Bytes[];
  /** DER of the CRLs beside them, the first 500. */
  crls: Bytes[];
  signers: SignerInfo[];
}

const readIdentifier = (node: Der): SignerIdentifier => {
  if (node.tag !== TAG.sequence) return { by: 'key-id', keyId: octetsOf(node) };
  const fields = fieldsOf(node);
  const issuer = encodedOf(fields.next());
  return { by: 'issuer-and-serial', issuer, serialNumber: octetsIn(fields.next(TAG.integer)) };
};

/** SET OF Attribute, implicitly tagged (RFC 5652 §5.3). */
const readAttributes = (node: Der): Map<string, Der[][]> => {
  const valuesByType = new Map<string, Der[][]>();
  for (const attribute of childrenOf(node)) {
    const fields = fieldsOf(attribute);
    const type = oidOf(fields.next());
    const values = childrenOf(fields.next(TAG.set));
    const occurrences = valuesByType.get(type);
    if (occurrences) occurrences.push(values);
    else valuesByType.set(type, [values]);
  }
  return valuesByType;
};

const readSignedAttributes = (node: Der): SignedAttributes => ({
  // The [0] IMPLICIT tag gives way to that of SET OF for the signature (RFC 5652 §5.4).
  encoded: der(TAG.set, octetsIn(node)),
  valuesByType: readAttributes(node),
});

/** Whether bytes are what a signature with attributes is made over. */
export const isSignedAttributes = (bytes: Bytes): boolean => {
  if (bytes[0] !== TAG.set) return false;
  const outcome = attempt(() => readAttributes(readDer(bytes)));
  return 'value' in outcome && outcome.value.has(OID.messageDigest);
};

const readUnsignedAttributes = (node: Der): Map<string, Der[]> =>
  new Map(Array.from(readAttributes(node), ([type, occurrences]) => [type, occurrences.flat()]));

/** Who signs the signature of a signature of a signature is nobody real. */
const DEEPEST = 4;

/** Reads a SignerInfo (RFC 5652 §5.3). Throws `DerError`. */
export const readSignerInfo = (node: Der, depth = 0): SignerInfo => {
  if (depth > DEEPEST) throw new DerError('malformed');
  const fields = fieldsOf(node);
  fields.next(TAG.integer);
  const identifier = readIdentifier(fields.next());
  const digestAlgorithm = fields.next(TAG.sequence);
  const attributes = fields.optional(context(0));
  const signatureAlgorithm = fields.next(TAG.sequence);
  const signature = octetsOf(fields.next(TAG.octetString));
  const unsignedNode = fields.optional(context(1));
  const unsigned = unsignedNode ? readUnsignedAttributes(unsignedNode) : new Map<string, Der[]>();
  const countersignatures = unsigned.get(OID.counterSignature) ?? [];
  return {
    identifier,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    ...(attributes && { attributes: readSignedAttributes(attributes) }),
    unsigned,
    countersignatures: countersignatures.map((each) => readSignerInfo(each, depth + 1)),
  };
};

const countOf = (signers: readonly SignerInfo[]): number =>
  signers.reduce((sum, { countersignatures }) => sum + 1 + countOf(countersignatures), 0);

const readContent = (encapsulated: Der): Pick<SignedData, 'contentType' | 'content'> => {
  const fields = fieldsOf(encapsulated);
  const contentType = oidOf(fields.next());
  const wrapper = fields.optional(context(0));
  return { contentType, ...(wrapper && { content: octetsOf(onlyChildOf(wrapper)) }) };
};

const read = (cms: Bytes): SignedData => {
  const outer = readDer(cms);
  if (outer.end !== cms.length) throw new DerError('malformed');
  const contentInfo = fieldsOf(outer);
  if (oidOf(contentInfo.next()) !== OID.signedData) throw new DerError('malformed');
  const fields = fieldsOf(onlyChildOf(contentInfo.next(context(0))));
  fields.next(TAG.integer);
  fields.next(TAG.set);
  const content = readContent(fields.next());
  const certificates = sequencesIn(fields.optional(context(0)));
  const crls = sequencesIn(fields.optional(context(1))).slice(0, MOST_CRLS);
  const signers = childrenOf(fields.next(TAG.set)).map((signer) => readSignerInfo(signer));
  if (countOf(signers) > MOST_SIGNATURES) throw new DerError('malformed');
  return { ...content, certificates, crls, signers };
};

/** More than any real file has; each one costs a check of a signature. */
const MOST_SIGNATURES = 64;

/** More than any chain has; each one costs a check of a signature. */
const MOST_CRLS = 500;

/** The X.509 certificates or CRLs of a set: other kinds bear a tag of their own (RFC 5652 §10.2). */
const sequencesIn = (set: Der | undefined): Bytes[] =>
  set
    ? childrenOf(set)
        .filter(({ tag }) => tag === TAG.sequence)
        .map(encodedOf)
    : [];

/** Reads a SignedData; `undefined` where the whole bytes are none. */
export const readSignedData = (cms: Bytes): SignedData | undefined => {
  const outcome = attempt(() => read(cms));
  return 'value' in outcome ? outcome.value : undefined;
};

/** What a P7S envelops; nothing where it is detached, or none. */
export const contentOf = (p7s: Bytes): Bytes | undefined => readSignedData(p7s)?.content;

const SIGNED_DATA = oid(OID.signedData);

/** Whether a file begins as a CMS SignedData does; cheap, and no proof that it is one. */
export const isSignedData = (file: Bytes): boolean => {
  const first = file[1] ?? 0;
  const typeStart = 2 + (first > 0x80 ? first & 0x7f : 0);
  return (
    file[0] === TAG.sequence &&
    sameBytes(file.subarray(typeStart, typeStart + SIGNED_DATA.length), SIGNED_DATA)
  );
};
