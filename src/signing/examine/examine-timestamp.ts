import type { Bytes } from '../../base/bytes.ts';
import { factsOf } from '../certificate/facts.ts';
import type { SignedContent } from '../cms/check-signer.ts';
import {
  checkTimestampToken,
  readTimestampToken,
  type TimestampToken,
} from '../cms/timestamp-token.ts';
import type { TimestampReport } from '../report.ts';
import { verdictOf } from '../verdict.ts';
import { type Context, withBrought } from './context.ts';
import { judgeCertificate } from './judge-certificate.ts';

/** A time that is not contradicted proves that what bears it is no younger. */
export const provesTime = ({ verdict }: TimestampReport): boolean =>
  verdict === 'valid' || verdict === 'valid-revocation-unchecked';

/**
 * Examines a time-stamp token (RFC 3161) over what it should stamp. Its own certificate is judged now: only a later
 * stamp could prove an earlier time of it.
 */
export const examineTimestamp = async (
  token: TimestampToken,
  stamped: SignedContent,
  context: Context,
): Promise<TimestampReport> => {
  const { signedData, time } = token;
  const own = withBrought(context, signedData);
  const { faults, certificate } = await checkTimestampToken(token, stamped, own.certificates);
  if (!certificate) return { ...verdictOf(faults), time };
  const moment = { judgedAt: context.now, proven: false, claimed: time };
  const { reasons } = await judgeCertificate(certificate, own, moment);
  return { ...verdictOf([...faults, ...reasons]), time, authority: factsOf(certificate) };
};
