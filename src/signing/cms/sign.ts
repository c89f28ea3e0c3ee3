import { type Bytes, bytesOf, concat } from '../../base/bytes.ts';
import { enclose, type Frame } from '../der/frame.ts';
import { context, TAG } from '../der/tags.ts';
import { integer, oid, sequence } from '../der/writer.ts';
import { OID } from '../oids.ts';
import { frameMembers, P7S_TYPE, withMissing } from './members.ts';
import {
  digestOf,
  hashIdentifier,
  planSigner,
  type SignerPlan,
  type SigningOptions,
  writeSignerInfo,
} from './signer-info.ts';
import type { SigningKeys } from './signing-keys.ts';

/** The SignedData of one signer around what it signs. */
const signAround = async (
  encapsulated: Frame,
  content: Bytes,
  chain: readonly Bytes[],
  plan: SignerPlan,
  signingTime?: number,
): Promise<Frame> => {
  const { keys, hash } = plan;
  const said = { digest: await digestOf(hash, content), contentType: OID.data };
  const timed = signingTime === undefined ? said : { ...said, signingTime };
  return frameMembers(encapsulated, {
    version: integer(1),
    digestAlgorithms: [hashIdentifier(hash)],
    certificates: withMissing([keys.certificate.der], chain),
    signers: [await writeSignerInfo(plan, timed)],
  });
};

const NOTHING: Bytes = new Uint8Array(0);

/** id-data with `size` bytes of content in one primitive OCTET STRING. */
const encapsulatedData = (size: number): Frame => {
  const octets = enclose(TAG.octetString, [], { head: NOTHING, size, tail: NOTHING });
  return enclose(TAG.sequence, [oid(OID.data)], enclose(context(0), [], octets));
};

/** id-data whose content lies elsewhere (RFC 5652 §5.2). */
const DETACHED: Frame = { head: sequence(oid(OID.data)), size: 0, tail: NOTHING };

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
  const { head, tail } = await signAround(encapsulated, bytes, chain, plan, options.now);
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
  const { head, tail } = await signAround(DETACHED, bytes, chain, plan, options.now);
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
  const { head, tail } = await signAround(DETACHED, signedBytes, chain, plan);
  return concat(head, tail);
};
