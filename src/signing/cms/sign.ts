import { type Bytes, bytesOf, concat } from '../../base/bytes.ts';
import { enclose, type Frame } from '../der/frame.ts';
import { context, TAG } from '../der/tags.ts';
import { integer, oid, sequence } from '../der/writer.ts';
import { OID } from '../oids.ts';
import { type SignedContent, signedContent } from './check-signer.ts';
import { frameMembers, P7S_TYPE, withMissing } from './members.ts';
import { prove } from './prove.ts';
import type { SignerInfo } from './signed-data.ts';
import {
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
  content: SignedContent,
  chain: readonly Bytes[],
  plan: SignerPlan,
  signingTime?: number,
): Promise<Frame> =>
  frameMembers(encapsulated, {
    version: integer(1),
    digestAlgorithms: [hashIdentifier(plan.hash)],
    certificates: withMissing([plan.keys.certificate.der], chain),
    signers: [await writeSignerInfo(plan, content, signingTime)],
  });

const NOTHING: Bytes = new Uint8Array(0);

/** id-data with `size` bytes of content in one primitive OCTET STRING. */
const encapsulatedData = (size: number): Frame => {
  const octets = enclose(TAG.octetString, [], { head: NOTHING, size, tail: NOTHING });
  return enclose(TAG.sequence, [oid(OID.data)], enclose(context(0), [], octets));
};

/** id-data whose content lies elsewhere (RFC 5652 §5.2). */
const DETACHED: Frame = { head: sequence(oid(OID.data)), size: 0, tail: NOTHING };

const onlySigner = ([signer, ...others]: readonly SignerInfo[]): SignerInfo | undefined =>
  others.length === 0 ? signer : undefined;

/**
 * CAdES P7S that envelops the content (RFC 5652 §5, ETSI EN 319 122-1). The content is read once for its digest and
 * stands uncopied between head and tail. `chain` are the DER certificates above the signer's; `now` becomes the
 * signing-time. Throws where the P7S does not verify: the key does not belong to the certificate, or the content changed.
 */
export const signAttached = async (
  content: Blob,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Blob> => {
  const plan = planSigner(keys, chain, 'CAdES', options);
  const signed = signedContent(await bytesOf(content), OID.data);
  const encapsulated = encapsulatedData(content.size);
  const { head, tail } = await signAround(encapsulated, signed, chain, plan, options.now);
  const p7s = new Blob([head, content, tail], { type: P7S_TYPE });
  await prove(p7s, signed, onlySigner);
  return p7s;
};

const signWithout = async (
  bytes: Bytes,
  chain: readonly Bytes[],
  plan: SignerPlan,
  signingTime?: number,
): Promise<Bytes> => {
  const signed = signedContent(bytes, OID.data);
  const { head, tail } = await signAround(DETACHED, signed, chain, plan, signingTime);
  await prove(new Blob([head, tail]), signed, onlySigner);
  return concat(head, tail);
};

/** CAdES P7S that holds only the signature (RFC 5652 §5.2, "detached"). Otherwise as `signAttached`. */
export const signDetached = async (
  content: Blob,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Bytes> => {
  const plan = planSigner(keys, chain, 'CAdES', options);
  return signWithout(await bytesOf(content), chain, plan, options.now);
};

/**
 * Detached CMS for a PDF signature over the bytes of its ByteRange: without signing-time, which is the PDF's `/M`
 * (ETSI EN 319 142-1 §6.3), and under the policies of PAdES. Otherwise as `signAttached`.
 */
export const signDetachedForPdf = (
  signedBytes: Bytes,
  keys: SigningKeys,
  chain: readonly Bytes[],
  options: SigningOptions,
): Promise<Bytes> => signWithout(signedBytes, chain, planSigner(keys, chain, 'PAdES', options));
