import { type Bytes, concat, sameBytes } from '../../base/bytes.ts';
import { enclose, type Frame } from '../der/frame.ts';
import { context, TAG } from '../der/tags.ts';
import { derSorted, integer, oid, sequence, setOf, tagged } from '../der/writer.ts';
import { OID } from '../oids.ts';
import {
  hashIdentifier,
  planSigner,
  type SignerPlan,
  type SigningOptions,
  writeSignerInfo,
} from './signer-info.ts';
import type { SigningKeys } from './signing-keys.ts';

/** The ContentInfo of a SignedData with one signer around its EncapsulatedContentInfo (RFC 5652 §3, §5.1). */
const signedDataAround = async (
  encapsulated: Frame,
  content: Bytes,
  chain: readonly Bytes[],
  plan: SignerPlan,
  signingTime?: number,
): Promise<Frame> => {
  const { keys, hash } = plan;
  const digest = new Uint8Array(await crypto.subtle.digest(hash, content));
  const said = { digest, contentType: OID.data };
  const signer = await writeSignerInfo(
    plan,
    signingTime === undefined ? said : { ...said, signingTime },
  );
  const leaf = keys.certificate.der;
  const certificates = [leaf, ...chain.filter((above) => !sameBytes(above, leaf))];
  const before = [integer(1), setOf(hashIdentifier(hash))];
  const after = [tagged(0, ...derSorted(certificates)), setOf(signer)];
  const signedData = enclose(TAG.sequence, before, encapsulated, after);
  return enclose(TAG.sequence, [oid(OID.signedData)], enclose(context(0), [], signedData));
};

const NOTHING: Bytes = new Uint8Array(0);

/** id-data with `size` bytes of content in one primitive OCTET STRING. */
const encapsulatedData = (size: number): Frame => {
  const octets = enclose(TAG.octetString, [], { head: NOTHING, size, tail: NOTHING });
  return enclose(TAG.sequence, [oid(OID.data)], enclose(context(0), [], octets));
};

/** id-data whose content lies elsewhere (RFC 5652 §5.2). */
const DETACHED: Frame = { head: sequence(oid(OID.data)), size: 0, tail: NOTHING };

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer());

/**
 * CAdES P7S that envelops the content (RFC 5652 §5, ETSI EN 319 122-1). The content is read once for its digest and
 * stands uncopied between head and tail. `chain` are the DER certificates above the signer's; `now` becomes the
 * signing-time. Throws where the key does not belong to the certificate.
 */
export const signAttached = async (
  content: Blob,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Blob> => {
  const bytes = await bytesOf(content);
  const encapsulated = encapsulatedData(bytes.length);
  const plan = planSigner(keys, chain, 'CAdES', options);
  const { head, tail } = await signedDataAround(encapsulated, bytes, chain, plan, options.now);
  return new Blob([head, content, tail], { type: P7S_TYPE });
};

/** CAdES P7S that holds only the signature (RFC 5652 §5.2, "detached"). Otherwise as `signAttached`. */
export const signDetached = async (
  content: Blob,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Bytes> => {
  const plan = planSigner(keys, chain, 'CAdES', options);
  const bytes = await bytesOf(content);
  const { head, tail } = await signedDataAround(DETACHED, bytes, chain, plan, options.now);
  return concat(head, tail);
};

/**
 * Detached CMS for a PDF signature over the bytes of its ByteRange: without signing-time, which is the PDF's `/M`
 * (ETSI EN 319 142-1 §6.3), and under the policies of PAdES. Otherwise as `signAttached`.
 */
export const signDetachedForPdf = async (
  signedBytes: Bytes,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Bytes> => {
  const plan = planSigner(keys, chain, 'PAdES', options);
  const { head, tail } = await signedDataAround(DETACHED, signedBytes, chain, plan);
  return concat(head, tail);
};

/** Media type of a P7S (RFC 8551 §3.2). */
export const P7S_TYPE = 'application/pkcs7-mime';
