import type { Certificate } from '../certificate/certificate.ts';
import { factsOf } from '../certificate/facts.ts';
import { type SignedContent, signedContent } from '../cms/check-signer.ts';
import type { SignerInfo } from '../cms/signed-data.ts';
import {
  checkTimestampToken,
  readTimestampToken,
  type TimestampToken,
} from '../cms/timestamp-token.ts';
import { encodedOf } from '../der/reader.ts';
import { OID } from '../oids.ts';
import type { Reason, SignatureReport, TimestampReport } from '../report.ts';
import { provesTime, verdictOf } from '../verdict.ts';
import { type Context, withBrought } from './context.ts';
import { judgeCertificate } from './judge-certificate.ts';

/** A token with what is known of the certificate of its authority. */
export interface ExaminedToken {
  report: TimestampReport;
  chain: Certificate[];
  revocation: SignatureReport['revocation'];
  judgedAt: number;
}

/**
 * Examines a time-stamp token (RFC 3161) over what it should stamp. Its own certificate is judged now, or when a later
 * stamp proves that it existed.
 */
export const examineToken = async (
  token: TimestampToken,
  stamped: SignedContent,
  context: Context,
  later?: TimestampReport,
): Promise<ExaminedToken> => {
  const { signedData, time } = token;
  const own = await withBrought(context, signedData);
  const { faults, certificate } = await checkTimestampToken(token, stamped, own.certificates);
  const moment = {
    judgedAt: later?.time ?? context.now,
    proven: later !== undefined,
    claimed: time,
  };
  const judged = await judgeCertificate(certificate, own, moment);
  const verdict = verdictOf([...faults, ...judged.reasons]);
  const report = { ...verdict, time, ...(certificate && { authority: factsOf(certificate) }) };
  return { report, judgedAt: moment.judgedAt, chain: judged.chain, revocation: judged.revocation };
};

/** What time stamps make of a signature. */
export interface ExaminedTime {
  /** The one that is told. */
  timestamp?: TimestampReport;
  /** The same, where it proves the time. */
  proof?: TimestampReport;
  reasons: Reason[];
}

const MOST_TIMESTAMPS = 4;

/**
 * Examines the time stamps on a signature's value (RFC 5126 §6.1.1); the earliest that proves something counts, after
 * them one on the whole document.
 */
export const examineTime = async (
  signer: SignerInfo,
  documentTimestamp: TimestampReport | undefined,
  context: Context,
): Promise<ExaminedTime> => {
  const values = signer.unsigned.get(OID.signatureTimestamp)?.slice(0, MOST_TIMESTAMPS) ?? [];
  const stamped = signedContent(signer.signature);
  const reports: TimestampReport[] = [];
  for (const value of values) {
    const token = readTimestampToken(encodedOf(value));
    if (!token) continue;
    reports.push((await examineToken(token, stamped, context, documentTimestamp)).report);
  }
  const [own] = reports.filter(provesTime).sort((a, b) => a.time - b.time);
  const proof = own ?? documentTimestamp;
  const timestamp = proof ?? reports[0];
  const reasons: Reason[] = values.length > 0 && !own ? ['timestamp-invalid'] : [];
  // What is proven by a stamp is no surer than the stamp.
  if (proof?.reasons.includes('revocation-unchecked')) reasons.push('revocation-unchecked');
  return { ...(timestamp && { timestamp }), ...(proof && { proof }), reasons };
};
