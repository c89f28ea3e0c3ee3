import type { Bytes } from '../base/bytes.ts';
import type { CertificateSummary } from './signer.ts';

/** Why a signed file is not accepted. */
export type SignatureFault =
  /** Not a CMS SignedData, or cut off. */
  | 'not-signed-data'
  /** The CMS does not hold the content ("hash only"). */
  | 'detached'
  | 'no-signature'
  /** The content was changed after it was signed. */
  | 'digest-mismatch'
  | 'signature-mismatch'
  /** Signed attributes missing, doubled, or naming another certificate or content type. */
  | 'attributes-invalid'
  | 'weak-algorithm'
  | 'unsupported-algorithm'
  | 'signer-certificate-missing'
  | 'chain-incomplete'
  | 'chain-untrusted'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  /** Key usage or extended key usage does not allow signing. */
  | 'certificate-not-for-signing'
  /** PDF: broken structure, or encrypted. */
  | 'pdf-broken'
  | 'pdf-encrypted'
  /** PDF: bytes outside the signature, other than its own gap. */
  | 'pdf-not-fully-covered';

/** Certificates that verification may use, DER. */
export interface TrustStore {
  anchors: Bytes[];
  intermediates: Bytes[];
  /** What is known of revoked certificates. */
  revocation?: RevocationEvidence;
}

/** What authorities published of revoked certificates, DER, in no order and not yet checked by anybody. */
export interface RevocationEvidence {
  /** CertificateLists (RFC 5280 §5.1). */
  crls: readonly Bytes[];
  /** OCSPResponses (RFC 6960 §4.2.1). */
  ocspResponses: readonly Bytes[];
}

export interface VerifiedSigner {
  certificate: CertificateSummary;
  /** Epoch ms UTC of the signed signing-time attribute (or `/M` of a PDF); a claim of the signer's clock. */
  signingTime?: number;
}

export interface VerifiedFile {
  /** In the order of the file. */
  signers: VerifiedSigner[];
  /** What was signed: the enveloped content of a P7S, or the whole PDF. */
  content: Bytes;
}
