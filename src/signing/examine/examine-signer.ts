import { maySignDocuments } from '../certificate/certificate.ts';
import { factsOf } from '../certificate/facts.ts';
import { checkSigner, type SignedContent, signedContent } from '../cms/check-signer.ts';
import type { PolicyUse } from '../cms/policy.ts';
import type { SignerInfo } from '../cms/signed-data.ts';
import { OID } from '../oids.ts';
import type { Coverage, Reason, SignatureReport, TimestampReport } from '../report.ts';
import { verdictOf } from '../verdict.ts';
import type { Context } from './context.ts';
import { examinePolicy } from './examine-policy.ts';
import { examineTime } from './examine-timestamp.ts';
import { judgeCertificate } from './judge-certificate.ts';

/** What is known of a signature from outside its SignerInfo. */
export interface Signature {
  form: PolicyUse['form'];
  content: SignedContent;
  covers: Coverage;
  /** What speaks against it besides. */
  reasons?: Reason[];
  /** `/M` of a PDF, epoch ms: counts where the CMS claims no time. */
  claimedTime?: number | undefined;
  /** A time stamp on the whole PDF that covers the signature and proves its time. */
  documentTimestamp?: TimestampReport | undefined;
}

/**
 * Examines one signature with its time stamps and counter-signatures (ETSI EN 319 102-1 §5.3, §5.5), and tells everything
 * that speaks against it.
 */
export const examineSigner = async (
  signer: SignerInfo,
  signature: Signature,
  context: Context,
): Promise<SignatureReport> => {
  const checked = await checkSigner(signer, signature.content, context.certificates);
  const { certificate, hash } = checked;
  const claimedTime = checked.signingTime ?? signature.claimedTime;
  const time = await examineTime(signer, signature.documentTimestamp, context);
  const judgedAt = time.proof?.time ?? context.now;
  const moment = { judgedAt, proven: time.proof !== undefined, claimed: claimedTime };
  const judged = await judgeCertificate(certificate, context, moment);
  const named = examinePolicy(signer.attributes, {
    form: signature.form,
    at: time.proof?.time ?? claimedTime ?? context.now,
    key: certificate?.publicKey,
    hash,
    chain: judged.chain,
  });
  const reasons: Reason[] = [
    ...checked.faults,
    ...(signature.reasons ?? []),
    ...(certificate && !maySignDocuments(certificate) ? NOT_FOR_SIGNING : []),
    ...judged.reasons,
    ...named.reasons,
    ...time.reasons,
  ];
  return {
    kind: 'signature',
    ...verdictOf(reasons),
    ...(certificate && { signer: factsOf(certificate) }),
    chain: judged.chain.map(factsOf),
    level: levelOf(signer, named.policy, moment.proven),
    ...(named.policy && { policy: named.policy }),
    ...(hash && { hash }),
    ...(claimedTime !== undefined && { claimedTime }),
    ...(time.timestamp && { timestamp: time.timestamp }),
    judgedAt,
    revocation: judged.revocation,
    covers: signature.covers,
    countersignatures: await examineCountersignatures(signer, context),
    ignoredAttributes: [...signer.unsigned.keys()].filter((type) => !LOOKED_AT.includes(type)),
  };
};

const NOT_FOR_SIGNING: Reason[] = ['certificate-not-for-signing'];
const LOOKED_AT: readonly string[] = [OID.counterSignature, OID.signatureTimestamp];

/** Each signs the octets of the signature above it (RFC 5652 §11.4). */
const examineCountersignatures = async (
  { signature, countersignatures }: SignerInfo,
  context: Context,
): Promise<SignatureReport[]> => {
  const content = signedContent(signature);
  const covers = { of: 'signature' } as const;
  const reports: SignatureReport[] = [];
  for (const each of countersignatures)
    reports.push(await examineSigner(each, { form: 'CAdES', content, covers }, context));
  return reports;
};

/** ETSI EN 319 122-1 §6, DOC-ICP-15.03: by its attributes, whether they hold or not, and a time that is proven. */
const levelOf = (
  { attributes }: SignerInfo,
  policy: SignatureReport['policy'],
  proven: boolean,
): SignatureReport['level'] => {
  if (policy?.name) return proven ? 'AD-RT' : 'AD-RB';
  const named = [OID.signingCertificateV2, OID.signingCertificate];
  return named.some((type) => attributes?.valuesByType.has(type)) ? 'BES' : 'basic';
};
