import { type Certificate, maySignDocuments } from '../certificate/certificate.ts';
import { factsOf } from '../certificate/facts.ts';
import { checkSigner, type SignedContent, signedContent } from '../cms/check-signer.ts';
import type { SignerInfo } from '../cms/signed-data.ts';
import { readTimestampToken } from '../cms/timestamp-token.ts';
import { encodedOf } from '../der/reader.ts';
import { OID } from '../oids.ts';
import type { Coverage, Reason, SignatureReport, TimestampReport } from '../report.ts';
import { verdictOf } from '../verdict.ts';
import type { Context } from './context.ts';
import { examineTimestamp, provesTime } from './examine-timestamp.ts';
import { judgeCertificate } from './judge-certificate.ts';

/** What is known of a signature from outside its SignerInfo. */
export interface Signature {
  content: SignedContent;
  covers: Coverage;
  /** What speaks against it besides. */
  reasons?: Reason[];
  /** `/M` of a PDF, epoch ms: counts where the CMS claims no time. */
  claimedTime?: number | undefined;
  /** The first time stamp on a whole PDF that covers the signature and proves its time. */
  documentTimestamp?: TimestampReport | undefined;
}

const MOST_TIMESTAMPS = 4;

/** The earliest time stamp on the signature that proves something, else the first. */
const examineTimestamps = async (
  signer: SignerInfo,
  context: Context,
): Promise<{ timestamp?: TimestampReport; reasons: Reason[] }> => {
  const values = signer.unsigned.get(OID.signatureTimestamp)?.slice(0, MOST_TIMESTAMPS) ?? [];
  const stamped = signedContent(signer.signature);
  const reports: TimestampReport[] = [];
  for (const value of values) {
    const token = readTimestampToken(encodedOf(value));
    if (token) reports.push(await examineTimestamp(token, stamped, context));
  }
  const [proof] = reports.filter(provesTime).sort((a, b) => a.time - b.time);
  const timestamp = proof ?? reports[0];
  const holds = values.length === 0 || proof !== undefined;
  return { ...(timestamp && { timestamp }), reasons: holds ? [] : ['timestamp-invalid'] };
};

const judgeSigner = async (
  certificate: Certificate | undefined,
  context: Context,
  proof: TimestampReport | undefined,
  claimed: number | undefined,
): Promise<Pick<SignatureReport, 'signer' | 'chain' | 'revocation'> & { reasons: Reason[] }> => {
  if (!certificate) return { chain: [], revocation: 'unchecked', reasons: [] };
  const moment = { judgedAt: proof?.time ?? context.now, proven: proof !== undefined, claimed };
  const { chain, revocation, reasons } = await judgeCertificate(certificate, context, moment);
  return {
    signer: factsOf(certificate),
    chain: chain.map(factsOf),
    revocation,
    reasons: maySignDocuments(certificate) ? reasons : ['certificate-not-for-signing', ...reasons],
  };
};

const LOOKED_AT: readonly string[] = [OID.counterSignature, OID.signatureTimestamp];

/** Examines one signature with its time stamps and counter-signatures, and tells everything that speaks against it. */
export const examineSigner = async (
  signer: SignerInfo,
  signature: Signature,
  context: Context,
): Promise<SignatureReport> => {
  const checked = await checkSigner(signer, signature.content, context.certificates);
  const claimedTime = checked.signingTime ?? signature.claimedTime;
  const stamps = await examineTimestamps(signer, context);
  const timestamp =
    stamps.timestamp && provesTime(stamps.timestamp)
      ? stamps.timestamp
      : (signature.documentTimestamp ?? stamps.timestamp);
  const proof = timestamp && provesTime(timestamp) ? timestamp : undefined;
  const { reasons, ...judged } = await judgeSigner(
    checked.certificate,
    context,
    proof,
    claimedTime,
  );
  const all: Reason[] = [...checked.faults, ...reasons, ...stamps.reasons];
  if (proof?.reasons.includes('revocation-unchecked')) all.push('revocation-unchecked');
  return {
    ...verdictOf([...all, ...(signature.reasons ?? [])]),
    ...judged,
    level: levelOf(signer),
    ...(checked.hash && { hash: checked.hash }),
    ...(claimedTime !== undefined && { claimedTime }),
    ...(timestamp && { timestamp }),
    judgedAt: proof?.time ?? context.now,
    covers: signature.covers,
    countersignatures: await examineCountersignatures(signer, context),
    ignoredAttributes: [...signer.unsigned.keys()].filter((type) => !LOOKED_AT.includes(type)),
  };
};

const examineCountersignatures = async (
  { signature, countersignatures }: SignerInfo,
  context: Context,
): Promise<SignatureReport[]> => {
  const content = signedContent(signature);
  const reports: SignatureReport[] = [];
  for (const countersigner of countersignatures) {
    reports.push(
      await examineSigner(countersigner, { content, covers: { of: 'signature' } }, context),
    );
  }
  return reports;
};

const levelOf = ({ attributes }: SignerInfo): SignatureReport['level'] => {
  const names = [OID.signingCertificateV2, OID.signingCertificate];
  return names.some((type) => attributes?.valuesByType.has(type)) ? 'BES' : 'basic';
};
