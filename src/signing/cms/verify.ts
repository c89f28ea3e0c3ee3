import type { Bytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import {
  type Certificate,
  maySignDocuments,
  readCertificates,
  summaryOf,
} from '../certificate/certificate.ts';
import { findChain } from '../certificate/chain.ts';
import { readTrusted } from '../certificate/trusted.ts';
import type { SignatureFault, TrustStore, VerifiedFile, VerifiedSigner } from '../verification.ts';
import { checkSigner, type SignedContent, signedContent } from './check-signer.ts';
import { readSignedData, type SignerInfo } from './signed-data.ts';

/** What the check of every signer of one file shares. */
interface Verification {
  content: SignedContent;
  anchors: readonly Certificate[];
  /** The file's own certificates first, then those of the trust store. */
  certificates: readonly Certificate[];
  now: number;
}

const verifySigner = async (
  signer: SignerInfo,
  { content, certificates, anchors, now }: Verification,
): Promise<Result<VerifiedSigner, SignatureFault>> => {
  const { faults, certificate, signingTime } = await checkSigner(signer, content, certificates);
  const [fault] = faults;
  if (fault || !certificate) return err(fault ?? 'signer-certificate-missing');
  if (!maySignDocuments(certificate)) return err('certificate-not-for-signing');
  const chain = await findChain(certificate, certificates, anchors, signingTime ?? now);
  if (!chain.ok) return chain;
  const summary = summaryOf(certificate);
  return ok({ certificate: summary, ...(signingTime !== undefined && { signingTime }) });
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
  const { anchors, certificates } = readTrusted(trust);
  const verification: Verification = {
    content: signedContent(content, signedData.contentType),
    anchors,
    certificates: [...readCertificates(signedData.certificates), ...certificates],
    now: options.now,
  };
  const signers: VerifiedSigner[] = [];
  for (const signer of signedData.signers) {
    const verified = await verifySigner(signer, verification);
    if (!verified.ok) return verified;
    signers.push(verified.value);
  }
  return ok({ signers, content });
};

/** Verifies a P7S that envelops its content; a detached one is the fault `detached`. */
export const verifyP7s = (
  file: Bytes,
  trust: TrustStore,
  now: number,
): Promise<Result<VerifiedFile, SignatureFault>> => verifySignedData(file, trust, { now });
