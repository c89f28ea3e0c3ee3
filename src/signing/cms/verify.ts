import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { type Hash, readHash, verifySignature } from '../algorithm.ts';
import {
  type Certificate,
  maySignDocuments,
  readCertificates,
  summaryOf,
} from '../certificate/certificate.ts';
import { findChain } from '../certificate/chain.ts';
import { DerError } from '../der/reader.ts';
import { OID } from '../oids.ts';
import type { SignatureFault, TrustStore, VerifiedFile, VerifiedSigner } from '../verification.ts';
import { checkAttributes } from './check-attributes.ts';
import { readSignedData, type SignerIdentifier, type SignerInfo } from './signed-data.ts';

/** What the check of every signer of one file shares. */
interface Verification {
  contentType: string;
  content: Bytes;
  anchors: Certificate[];
  /** The file's own certificates first, then those of the trust store. */
  certificates: Certificate[];
  now: number;
  digests: Map<Hash, Bytes>;
}

const isNamedBy = (identifier: SignerIdentifier, certificate: Certificate): boolean => {
  if (identifier.by === 'key-id') {
    const { subjectKeyId } = certificate.extensions;
    return subjectKeyId !== undefined && sameBytes(subjectKeyId, identifier.keyId);
  }
  return (
    sameBytes(certificate.serialNumber, identifier.serialNumber) &&
    sameBytes(certificate.issuerName, identifier.issuer)
  );
};

const digestOf = async ({ digests, content }: Verification, hash: Hash): Promise<Bytes> => {
  const known = digests.get(hash);
  if (known) return known;
  const digest = new Uint8Array(await crypto.subtle.digest(hash, content));
  digests.set(hash, digest);
  return digest;
};

/** The signed bytes and the claimed time of a SignerInfo, once its attributes agree with the file. */
const readSigned = async (
  { attributes }: SignerInfo,
  verification: Verification,
  certificate: Certificate,
  hash: Hash,
): Promise<Result<{ data: Bytes; signingTime?: number }, SignatureFault>> => {
  const { contentType, content } = verification;
  if (!attributes) {
    // Without attributes only plain data may be signed (RFC 5652 §5.3).
    return contentType === OID.data ? ok({ data: content }) : err('attributes-invalid');
  }
  const file = { contentType, digest: await digestOf(verification, hash) };
  const signingTime = await checkAttributes(attributes, file, certificate);
  if (!signingTime.ok) return signingTime;
  const data = attributes.encoded;
  return ok(signingTime.value === undefined ? { data } : { data, signingTime: signingTime.value });
};

const verifySigner = async (
  signer: SignerInfo,
  verification: Verification,
): Promise<Result<VerifiedSigner, SignatureFault>> => {
  const { certificates, anchors, now } = verification;
  const certificate = certificates.find((known) => isNamedBy(signer.identifier, known));
  if (!certificate) return err('signer-certificate-missing');
  const hash = readHash(signer.digestAlgorithm);
  if (!hash.ok) return hash;
  const signed = await readSigned(signer, verification, certificate, hash.value);
  if (!signed.ok) return signed;
  const { data, signingTime } = signed.value;
  const { publicKey } = certificate;
  const { signatureAlgorithm, signature } = signer;
  const verdict = await verifySignature(publicKey, signatureAlgorithm, signature, data, hash.value);
  if (verdict === 'invalid') return err('signature-mismatch');
  if (verdict !== 'valid') return err(verdict);
  if (!maySignDocuments(certificate)) return err('certificate-not-for-signing');
  const chain = await findChain(certificate, certificates, anchors, signingTime ?? now);
  if (!chain.ok) return chain;
  const summary = summaryOf(certificate);
  return ok(
    signingTime === undefined ? { certificate: summary } : { certificate: summary, signingTime },
  );
};

/**
 * Verifies every signature of a CMS SignedData, DER or BER (RFC 5652 §5.6), and the chain of every signer up to an anchor.
 * `content` is what a detached signature covers; `now` (epoch ms) is when certificates must be valid where the signer
 * claims no signing-time. Revocation and signature policies are not looked at.
 */
export const verifySignedData = async (
  cms: Bytes,
  trust: TrustStore,
  options: { content?: Bytes; now: number },
): Promise<Result<VerifiedFile, SignatureFault>> => {
  const signedData = readSignedData(cms);
  if (!signedData) return err('not-signed-data');
  const content = signedData.content ?? options.content;
  if (!content) return err('detached');
  if (signedData.signers.length === 0) return err('no-signature');
  const anchors = readCertificates(trust.anchors);
  const verification: Verification = {
    contentType: signedData.contentType,
    content,
    anchors,
    certificates: [
      ...readCertificates([...signedData.certificates, ...trust.intermediates]),
      ...anchors,
    ],
    now: options.now,
    digests: new Map(),
  };
  const signers: VerifiedSigner[] = [];
  for (const signer of signedData.signers) {
    const verified = await orNotSignedData(verifySigner(signer, verification));
    if (!verified.ok) return verified;
    signers.push(verified.value);
  }
  return ok({ signers, content });
};

/** Parts that are read only while a signer is checked may still turn out malformed. */
const orNotSignedData = async <T>(
  outcome: Promise<Result<T, SignatureFault>>,
): Promise<Result<T, SignatureFault>> => {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof DerError) return err('not-signed-data');
    throw error;
  }
};

/** Verifies a P7S that envelops its content; a detached one is the fault `detached`. */
export const verifyP7s = (
  file: Bytes,
  trust: TrustStore,
  now: number,
): Promise<Result<VerifiedFile, SignatureFault>> => verifySignedData(file, trust, { now });
