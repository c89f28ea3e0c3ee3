import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { type Hash, readHash, verifySignature } from '../algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { attempt } from '../der/reader.ts';
import { OID } from '../oids.ts';
import type { SignatureFault } from '../verification.ts';
import { type CheckedAttributes, checkAttributes } from './check-attributes.ts';
import { isSignedAttributes, type SignerIdentifier, type SignerInfo } from './signed-data.ts';

/** What the signatures of a file are made over. */
export interface SignedContent {
  bytes: Bytes;
  /** Absent for a counter-signature, whose attributes name none (RFC 5652 §11.4). */
  contentType?: string;
  /** Each digest is made once, however many signers there are. */
  digest(hash: Hash): Promise<Bytes>;
}

export const signedContent = (bytes: Bytes, contentType?: string): SignedContent => {
  const digests = new Map<Hash, Promise<Bytes>>();
  const make = async (hash: Hash) => new Uint8Array(await crypto.subtle.digest(hash, bytes));
  const digest = (hash: Hash): Promise<Bytes> => {
    const made = digests.get(hash) ?? make(hash);
    digests.set(hash, made);
    return made;
  };
  return { bytes, digest, ...(contentType !== undefined && { contentType }) };
};

export interface CheckedSigner {
  /** Everything that speaks against the signature itself, in the order of the checks; empty where it holds. */
  faults: SignatureFault[];
  /** The one that the SignerInfo names; nothing is said of its chain. */
  certificate?: Certificate;
  hash?: Hash;
  /** Epoch ms of the signing-time; a claim of the signer's clock. */
  signingTime?: number;
}

/** Whether a SignerInfo names this certificate as its signer's (RFC 5652 §5.3). */
export const isNamedBy = (identifier: SignerIdentifier, certificate: Certificate): boolean => {
  if (identifier.by === 'key-id') {
    const { subjectKeyId } = certificate.extensions;
    return subjectKeyId !== undefined && sameBytes(subjectKeyId, identifier.keyId);
  }
  return (
    sameBytes(certificate.serialNumber, identifier.serialNumber) &&
    sameBytes(certificate.issuerName, identifier.issuer)
  );
};

/** A renewed certificate may bear the same key identifier; a hostile bag many copies. */
const MOST_NAMESAKES = 4;

/**
 * Checks one SignerInfo: its algorithms, its attributes and its signature (RFC 5652 §5.4, §5.6), by the certificate that
 * it names. Of several that it names, the one by which the signature holds counts. Chain, time and key usage are not
 * looked at; never throws.
 */
export const checkSigner = async (
  signer: SignerInfo,
  content: SignedContent,
  certificates: readonly Certificate[],
): Promise<CheckedSigner> => {
  const named = certificates.filter((known) => isNamedBy(signer.identifier, known));
  const [first, ...namesakes] = named.slice(0, MOST_NAMESAKES);
  const checked = await checkWith(signer, content, first);
  if (checked.faults.length === 0) return checked;
  for (const namesake of namesakes) {
    const other = await checkWith(signer, content, namesake);
    if (other.faults.length === 0) return other;
  }
  return checked;
};

const checkWith = async (
  signer: SignerInfo,
  content: SignedContent,
  certificate: Certificate | undefined,
): Promise<CheckedSigner> => {
  const known = certificate && { certificate };
  const faults: SignatureFault[] = certificate ? [] : ['signer-certificate-missing'];
  const hash = attempt(() => readHash(signer.digestAlgorithm));
  if ('broken' in hash) return { faults: [...faults, 'unsupported-algorithm'], ...known };
  if (!hash.value.ok) return { faults: [...faults, hash.value.error], ...known };
  const digest = hash.value.value;
  const { faults: attributeFaults, ...claim } = await attributesOf(
    signer,
    content,
    digest,
    certificate,
  );
  faults.push(...attributeFaults);
  if (certificate) faults.push(...(await signatureFaults(signer, content, digest, certificate)));
  return { faults, ...known, hash: digest, ...claim };
};

const attributesOf = async (
  { attributes }: SignerInfo,
  content: SignedContent,
  hash: Hash,
  certificate: Certificate | undefined,
): Promise<CheckedAttributes> => {
  const { contentType, bytes } = content;
  if (attributes) {
    const digest = await content.digest(hash);
    return checkAttributes(attributes, { contentType, digest, certificate });
  }
  // Without attributes only plain data may be signed (RFC 5652 §5.3).
  const isPlain = contentType === undefined || contentType === OID.data;
  // One signature serves for attributes and for a document that has their octets: nobody signed that document.
  return { faults: isPlain && !isSignedAttributes(bytes) ? [] : ['attributes-invalid'] };
};

const signatureFaults = async (
  { attributes, signatureAlgorithm, signature }: SignerInfo,
  { bytes }: SignedContent,
  hash: Hash,
  { publicKey }: Certificate,
): Promise<SignatureFault[]> => {
  const data = attributes?.encoded ?? bytes;
  const verdict = await verifySignature(publicKey, signatureAlgorithm, signature, data, hash);
  if (verdict === 'valid') return [];
  return [verdict === 'invalid' ? 'signature-mismatch' : verdict];
};
