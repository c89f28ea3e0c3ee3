import type { Hash } from './algorithm.ts';
import type { CertificateFacts } from './certificate/facts.ts';
import type { SignatureFault } from './verification.ts';

/**
 * What a signature is worth, after the model of ETSI EN 319 102-1 §5.1.3: TOTAL-PASSED (split by whether revocation was
 * looked at), INDETERMINATE, TOTAL-FAILED.
 */
export type Verdict = 'valid' | 'valid-revocation-unchecked' | 'indeterminate' | 'invalid';

/** Why a signature is worth no more; each belongs to one verdict (`verdict.ts`). */
export type Reason =
  | SignatureFault
  /** The signer's certificate, or one above it, had been revoked when it signed. */
  | 'revoked'
  /** Revoked by now, and nothing proves that the signature is older. */
  | 'revoked-no-proof-of-time'
  /** Out of validity at the time that is proven, or now; the signer does not say that it was when it signed. */
  | 'expired-no-proof-of-time'
  | 'revocation-unchecked'
  /** The policy named is not in our table. */
  | 'policy-unknown'
  /** The hash of the policy, its period, its algorithms or its chain do not fit the signature. */
  | 'policy-broken'
  | 'timestamp-invalid'
  /** PDF: something else than signatures was changed after this one. */
  | 'changed-afterwards';

/** What the bytes a signature speaks for are. */
export type Coverage =
  /** CMS: the whole content, in bytes. */
  | { of: 'content'; size: number }
  /** PDF: every byte of the file but its own value. */
  | { of: 'whole-file'; size: number }
  /** PDF: the file as it was then; `added` bytes came after it. */
  | { of: 'revision'; size: number; added: number; change: 'signatures-only' | 'other' }
  /** A counter-signature: the value of another signature. */
  | { of: 'signature' };

/** A time stamp (RFC 3161) on a signature, or on a whole PDF. */
export interface TimestampReport {
  verdict: Verdict;
  reasons: Reason[];
  /** Epoch ms UTC. */
  time: number;
  authority?: CertificateFacts;
}

export interface SignatureReport {
  /** A time stamp on a whole PDF (ETSI EN 319 142-1 §5.4.3) is nobody's signature. */
  kind: 'signature' | 'document-timestamp';
  verdict: Verdict;
  /** The gravest first; empty where the verdict is `valid`. */
  reasons: Reason[];
  /** Absent where the file does not hold, and we do not know, the signer's certificate. */
  signer?: CertificateFacts;
  /** From the signer upwards, as far as it was found. */
  chain: CertificateFacts[];
  /** What its attributes, and a time stamp that proves its time, make of it (ETSI EN 319 122-1, DOC-ICP-15.03). */
  level: 'basic' | 'BES' | 'AD-RB' | 'AD-RT';
  /** Signature policy named by the signer; `name` where it is in our table. */
  policy?: { oid: string; name?: string };
  hash?: Hash;
  /** Epoch ms UTC: signing-time, or `/M` of a PDF; a claim of the signer's clock. */
  claimedTime?: number;
  timestamp?: TimestampReport;
  /** The instant (epoch ms UTC) at which certificates were judged: that of a valid time stamp, else now. */
  judgedAt: number;
  /** The evidence used for the signer's own certificate. */
  revocation: 'good' | 'revoked' | 'unchecked';
  covers: Coverage;
  countersignatures: SignatureReport[];
  /** Types (OIDs) of unsigned attributes that were not looked at: nothing vouches for them. */
  ignoredAttributes: string[];
}

/** What is found out about one signed file; made for a person to read, and as JSON for another program. */
export interface FileReport {
  kind: 'p7s' | 'pdf';
  /** Whether a P7S holds only the signature; the court refuses such files. */
  detached: boolean;
  /** Why nothing could be said of any signature. */
  fault?: SignatureFault;
  /** The fault's, else that of the worst signature (`verdictOfFile`). */
  verdict: Verdict;
  /** In the order of the file: of a CMS, or of the revisions of a PDF. */
  signatures: SignatureReport[];
  /** Bytes and SHA-256 (lower-case hexadecimal) of the file that was looked at. */
  file: { size: number; sha256: string };
  /** The same of what was signed; of a PDF, of the file itself. */
  content?: { size: number; sha256: string };
}
