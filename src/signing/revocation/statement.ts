/** What one CRL or OCSP answer, its signature checked, says of one certificate. */
export interface Statement {
  /** Epoch ms of `thisUpdate`. */
  issuedAt: number;
  /** Epoch ms of `nextUpdate`: until then nothing newer was to be expected. */
  until: number;
  /** Absent: not revoked. */
  revoked?: Revocation;
}

export interface Revocation {
  /** Epoch ms. */
  since: number;
  /** CRLReason (RFC 5280 §5.3.1); 0 where none is given. */
  reason: number;
}

/** certificateHold, the only reason that may be taken back (RFC 5280 §5.3.1). */
export const REASON_HOLD = 6;
