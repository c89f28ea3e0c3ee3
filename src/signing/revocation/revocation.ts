import type { Certificate } from '../certificate/certificate.ts';
import { DerError } from '../der/reader.ts';
import type { RevocationEvidence } from '../verification.ts';
import { statementOfCrl } from './crl.ts';
import { statementOfOcsp } from './ocsp.ts';
import { REASON_HOLD, type Statement } from './statement.ts';

/** Whether a certificate was revoked at an instant; `since` is epoch ms. */
export type RevocationStatus =
  | { status: 'good' }
  | { status: 'revoked'; since: number }
  /** Nothing that could be relied on spoke of that instant. */
  | { status: 'unchecked' };

const isHold = ({ revoked }: Statement): boolean => revoked?.reason === REASON_HOLD;

/**
 * Whether silence at `at` counts: the statement was current then, or came later. An authority may drop a certificate
 * from its lists once it has expired (RFC 5280 §3.3), so a statement made after that proves nothing.
 */
const speaksOf = ({ issuedAt, until }: Statement, { notAfter }: Certificate, at: number): boolean =>
  issuedAt <= notAfter && at <= until;

/** Parts that are read only while a statement is checked may still turn out malformed. */
const orNothing = async (
  statement: Promise<Statement | undefined>,
): Promise<Statement | undefined> => {
  try {
    return await statement;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
};

const collect = async (
  certificate: Certificate,
  issuer: Certificate,
  { crls, ocspResponses }: RevocationEvidence,
  candidates: readonly Certificate[],
): Promise<Statement[]> => {
  const statements = [
    ...crls.map((crl) => statementOfCrl(crl, certificate, issuer)),
    ...ocspResponses.map((answer) => statementOfOcsp(answer, certificate, issuer, candidates)),
  ];
  return (await Promise.all(statements.map(orNothing))).filter(
    (statement) => statement !== undefined,
  );
};

/**
 * Whether a certificate was revoked at an instant (epoch ms), by CRLs and OCSP answers of its issuer (RFC 5280 §6.3,
 * RFC 6960). A revocation is for ever, so it is believed whatever the age of the list; one that may be taken back
 * (certificateHold), and "not revoked", only of the newest statement that speaks of the instant. Never throws on what
 * the evidence holds: what cannot be relied on is passed over.
 */
export const revocationOf = async (
  certificate: Certificate,
  issuer: Certificate,
  evidence: RevocationEvidence,
  candidates: readonly Certificate[],
  at: number,
): Promise<RevocationStatus> => {
  const statements = await collect(certificate, issuer, evidence, candidates);
  const final = statements.flatMap((statement) =>
    statement.revoked && !isHold(statement) ? [statement.revoked.since] : [],
  );
  const since = Math.min(...final);
  if (since <= at) return { status: 'revoked', since };
  const newest = statements
    .filter((statement) => speaksOf(statement, certificate, at))
    .reduce<Statement | undefined>(
      (known, found) => (known && known.issuedAt >= found.issuedAt ? known : found),
      undefined,
    );
  if (!newest) return { status: 'unchecked' };
  const { revoked } = newest;
  return revoked && revoked.since <= at
    ? { status: 'revoked', since: revoked.since }
    : { status: 'good' };
};
