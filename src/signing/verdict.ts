import type { FileReport, Reason, TimestampReport, Verdict } from './report.ts';

/** The verdict each reason leads to by itself (the sub-indications of ETSI EN 319 102-1 §5.1.3, table 5 and 6). */
const VERDICTS: Record<Reason, Exclude<Verdict, 'valid'>> = {
  'not-signed-data': 'invalid',
  'no-signature': 'invalid',
  'digest-mismatch': 'invalid',
  'signature-mismatch': 'invalid',
  'attributes-invalid': 'invalid',
  'weak-algorithm': 'invalid',
  'pdf-broken': 'invalid',
  'pdf-not-fully-covered': 'invalid',
  revoked: 'invalid',
  'policy-broken': 'invalid',
  'timestamp-invalid': 'indeterminate',
  'changed-afterwards': 'indeterminate',
  'chain-untrusted': 'indeterminate',
  'chain-incomplete': 'indeterminate',
  'certificate-expired': 'indeterminate',
  'certificate-not-yet-valid': 'indeterminate',
  'certificate-not-for-signing': 'indeterminate',
  'revoked-no-proof-of-time': 'indeterminate',
  'expired-no-proof-of-time': 'indeterminate',
  'signer-certificate-missing': 'indeterminate',
  'policy-unknown': 'indeterminate',
  'unsupported-algorithm': 'indeterminate',
  'pdf-encrypted': 'indeterminate',
  detached: 'indeterminate',
  'revocation-unchecked': 'valid-revocation-unchecked',
};

const BY_GRAVITY: readonly Verdict[] = [
  'invalid',
  'indeterminate',
  'valid-revocation-unchecked',
  'valid',
];

/** The gravest of several verdicts. */
export const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  BY_GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? 'valid';

/** The verdict that all reasons together leave, and the reasons, the gravest first. */
export const verdictOf = (reasons: readonly Reason[]): { verdict: Verdict; reasons: Reason[] } => {
  const gravity = (reason: Reason) => BY_GRAVITY.indexOf(VERDICTS[reason]);
  const sorted = [...new Set(reasons)].sort((a, b) => gravity(a) - gravity(b));
  return { verdict: worstOf(sorted.map((reason) => VERDICTS[reason])), reasons: sorted };
};

/** The verdict on a file: its fault's, else that of its worst signature. */
export const verdictOfFile = ({
  fault,
  signatures,
}: Pick<FileReport, 'fault' | 'signatures'>): Verdict =>
  fault ? verdictOf([fault]).verdict : worstOf(signatures.map(({ verdict }) => verdict));

/** Whether a time stamp proves that what bears it is no younger. */
export const provesTime = ({ verdict }: TimestampReport): boolean =>
  verdict === 'valid' || verdict === 'valid-revocation-unchecked';
