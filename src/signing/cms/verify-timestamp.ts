import type { Bytes } from '../../base/bytes.ts';
import { readCertificates } from '../certificate/certificate.ts';
import { findChain } from '../certificate/chain.ts';
import { readTrusted } from '../certificate/trusted.ts';
import type { SignatureFault, TrustStore } from '../verification.ts';
import { signedContent } from './check-signer.ts';
import { checkTimestampToken, readTimestampToken } from './timestamp-token.ts';

/**
 * What keeps a time-stamp token (RFC 3161 §2.4.2) from being one of an authority that is trusted over the bytes it should
 * stamp, if anything. Its certificates are judged at the time that it tells, and revocation is not looked at, as with
 * signatures.
 */
export const timestampFault = async (
  der: Bytes,
  stamped: Bytes,
  trust: TrustStore,
): Promise<SignatureFault | undefined> => {
  const token = readTimestampToken(der);
  if (!token) return 'not-signed-data';
  const { anchors, certificates } = readTrusted(trust);
  const known = [...readCertificates(token.signedData.certificates), ...certificates];
  const { faults, certificate } = await checkTimestampToken(token, signedContent(stamped), known);
  const [fault] = faults;
  if (fault || !certificate) return fault ?? 'signer-certificate-missing';
  const chain = await findChain(certificate, known, anchors, token.time);
  return chain.ok ? undefined : chain.error;
};
