import type { Bytes } from '../../base/bytes.ts';
import { factsOf } from '../certificate/facts.ts';
import { signedContent } from '../cms/check-signer.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { readTimestampToken } from '../cms/timestamp-token.ts';
import {
  isDetachedCms,
  isDocumentTimestamp,
  type PdfSignature,
  signedBytesOf,
} from '../pdf/read-signatures.ts';
import type { Coverage, Reason, SignatureReport, TimestampReport } from '../report.ts';
import { verdictOf } from '../verdict.ts';
import { type Context, withBrought } from './context.ts';
import { examineSigner } from './examine-signer.ts';
import { examineToken } from './examine-timestamp.ts';

/** A signature of a PDF with what was found out about its place in the file. */
export interface PlacedSignature {
  signature: PdfSignature;
  covers: Coverage;
  reasons: Reason[];
}

/** Examines the CMS of a signature over what its ByteRange covers, whatever the CMS itself may envelop. */
export const examinePdfSignature = async (
  pdf: Bytes,
  placed: PlacedSignature,
  context: Context,
  documentTimestamp: TimestampReport | undefined,
): Promise<SignatureReport[]> => {
  const { signature, covers, reasons } = placed;
  const { signingTime: claimedTime } = signature;
  if (!isDetachedCms(signature)) return [unexamined(placed, context, 'unsupported-algorithm')];
  const signedData = readSignedData(signature.cms);
  if (!signedData) return [unexamined(placed, context, 'not-signed-data')];
  if (signedData.signers.length === 0) return [unexamined(placed, context, 'no-signature')];
  const content = signedContent(signedBytesOf(pdf, signature), signedData.contentType);
  const own = await withBrought(context, signedData);
  const reports: SignatureReport[] = [];
  for (const signer of signedData.signers) {
    const told = {
      form: 'PAdES',
      content,
      covers,
      reasons,
      claimedTime,
      documentTimestamp,
    } as const;
    reports.push(await examineSigner(signer, told, own));
  }
  return reports;
};

/** A time stamp on the whole document (ETSI EN 319 142-1 §5.4.3): its authority is its signer. */
export const examineDocumentTimestamp = async (
  pdf: Bytes,
  placed: PlacedSignature,
  context: Context,
  later: TimestampReport | undefined,
): Promise<SignatureReport> => {
  const { signature, covers, reasons } = placed;
  const token = readTimestampToken(signature.cms);
  if (!token) return unexamined(placed, context, 'not-signed-data');
  const stamped = signedContent(signedBytesOf(pdf, signature));
  const { report, chain, judgedAt, revocation } = await examineToken(
    token,
    stamped,
    context,
    later,
  );
  const timestamp = { ...report, ...verdictOf([...report.reasons, ...reasons]) };
  return {
    ...unexamined(placed, context),
    verdict: timestamp.verdict,
    reasons: timestamp.reasons,
    ...(report.authority && { signer: report.authority }),
    chain: chain.map(factsOf),
    hash: token.imprint.hash,
    claimedTime: token.time,
    timestamp,
    judgedAt,
    revocation,
    covers,
  };
};

/** What is told of a signature that cannot be read. */
const unexamined = (
  { signature, covers, reasons }: PlacedSignature,
  { now }: Context,
  ...faults: Reason[]
): SignatureReport => ({
  kind: isDocumentTimestamp(signature) ? 'document-timestamp' : 'signature',
  ...verdictOf([...faults, ...reasons]),
  chain: [],
  level: 'basic',
  ...(signature.signingTime !== undefined && { claimedTime: signature.signingTime }),
  judgedAt: now,
  revocation: 'unchecked',
  covers,
  countersignatures: [],
  ignoredAttributes: [],
});
