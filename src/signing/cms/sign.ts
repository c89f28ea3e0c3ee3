import { type Bytes, concat, sameBytes } from '../../base/bytes.ts';
import { enclose, type Frame } from '../der/frame.ts';
import { context, TAG } from '../der/tags.ts';
import {
  algorithm,
  der,
  derSorted,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  time,
} from '../der/writer.ts';
import { OID } from '../oids.ts';
import { writeSigningCertificate } from './signing-certificate.ts';
import { type SigningHash, type SigningKeys, sign, signingHash } from './signing-keys.ts';

const HASH_OIDS: Record<SigningHash, string> = { 'SHA-256': OID.sha256, 'SHA-512': OID.sha512 };

const attribute = (type: string, value: Bytes): Bytes => sequence(oid(type), setOf(value));

/** SignerInfo over a digest, with CAdES-BES attributes (RFC 5652 §5.3, ETSI EN 319 122-1 §5). */
const signerInfo = async (
  digest: Bytes,
  keys: SigningKeys,
  hash: SigningHash,
  signingTime?: number,
): Promise<Bytes> => {
  const { certificate } = keys;
  // BouncyCastle, and so the Java servers, refuse signatures over attributes that are not in the order of DER.
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(digest)),
    attribute(OID.signingCertificateV2, await writeSigningCertificate(certificate)),
    ...(signingTime === undefined ? [] : [attribute(OID.signingTime, time(signingTime))]),
  );
  const signature = await sign(keys, hash, attributes);
  return sequence(
    integer(1),
    sequence(certificate.issuerName, der(TAG.integer, certificate.serialNumber)),
    algorithm(HASH_OIDS[hash]),
    // Signed as SET OF, stored as [0] IMPLICIT (RFC 5652 §5.4).
    concat(Uint8Array.of(context(0)), attributes.subarray(1)),
    signature.algorithm,
    octetString(signature.value),
  );
};

/** The ContentInfo of a SignedData with one signer around its EncapsulatedContentInfo (RFC 5652 §3, §5.1). */
const signedDataAround = async (
  encapsulated: Frame,
  content: Bytes,
  keys: SigningKeys,
  chain: readonly Bytes[],
  signingTime?: number,
): Promise<Frame> => {
  const hash = signingHash(keys.certificate.publicKey);
  const digest = new Uint8Array(await crypto.subtle.digest(hash, content));
  const leaf = keys.certificate.der;
  const certificates = [leaf, ...chain.filter((above) => !sameBytes(above, leaf))];
  const before = [integer(1), setOf(algorithm(HASH_OIDS[hash]))];
  const after = [
    tagged(0, ...derSorted(certificates)),
    setOf(await signerInfo(digest, keys, hash, signingTime)),
  ];
  const signedData = enclose(TAG.sequence, before, encapsulated, after);
  return enclose(TAG.sequence, [oid(OID.signedData)], enclose(context(0), [], signedData));
};

const NOTHING: Bytes = new Uint8Array(0);

/** id-data with `size` bytes of content in one primitive OCTET STRING. */
const encapsulatedData = (size: number): Frame => {
  const octets = enclose(TAG.octetString, [], { head: NOTHING, size, tail: NOTHING });
  return enclose(TAG.sequence, [oid(OID.data)], enclose(context(0), [], octets));
};

/**
 * CAdES-BES P7S that envelops the content (RFC 5652 §5, ETSI EN 319 122-1). The content is read once for its digest and
 * stands uncopied between head and tail. `chain` are the DER certificates above the signer's; `now`, epoch ms, becomes the
 * signing-time. Throws where the key does not belong to the certificate.
 */
export const signAttached = async (
  content: Blob,
  keys: SigningKeys,
  chain: readonly Bytes[],
  now: number,
): Promise<Blob> => {
  const bytes = new Uint8Array(await content.arrayBuffer());
  const encapsulated = encapsulatedData(bytes.length);
  const { head, tail } = await signedDataAround(encapsulated, bytes, keys, chain, now);
  return new Blob([head, content, tail], { type: 'application/pkcs7-mime' });
};

/**
 * Detached CMS for a PDF signature over the bytes of its ByteRange: without signing-time, which is the PDF's `/M`
 * (ETSI EN 319 142-1 §6.3). Otherwise as `signAttached`.
 */
export const signDetachedForPdf = async (
  signedBytes: Bytes,
  keys: SigningKeys,
  chain: readonly Bytes[],
): Promise<Bytes> => {
  const encapsulated = { head: sequence(oid(OID.data)), size: 0, tail: NOTHING };
  const { head, tail } = await signedDataAround(encapsulated, signedBytes, keys, chain);
  return concat(head, tail);
};
