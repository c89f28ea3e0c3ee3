import { type Bytes, toHex } from '../../base/bytes.ts';
import type { PdfReadFault } from '../../pdf/refusal.ts';
import { coverageOf, coversItsRevision, followEachOther } from '../pdf/coverage.ts';
import {
  isDocumentTimestamp,
  type PdfSignature,
  readPdfSignatures,
} from '../pdf/read-signatures.ts';
import { readSecurityStore } from '../pdf/security-store.ts';
import type { FileReport, Reason, SignatureReport, TimestampReport } from '../report.ts';
import { provesTime, verdictOfFile } from '../verdict.ts';
import type { SignatureFault, TrustStore } from '../verification.ts';
import { type Context, contextOf, withBrought } from './context.ts';
import {
  examineDocumentTimestamp,
  examinePdfSignature,
  type PlacedSignature,
} from './examine-pdf-signature.ts';

/**
 * Finds out everything about the signatures of a PDF and the time stamps on it, in the order in which they were made.
 * `now` is epoch ms. A file that cannot be read, or that nobody signed, bears its fault.
 */
export const examinePdf = async (
  pdf: Bytes,
  trust: TrustStore,
  { now }: { now: number },
): Promise<FileReport> => {
  const read = await readPdfSignatures(pdf);
  const found = read.ok ? read.value : [];
  const nobodySigned = found.every(isDocumentTimestamp);
  const fault = read.ok ? (nobodySigned ? 'no-signature' : undefined) : faultOf(read.error);
  const context = await withBrought(contextOf(trust, now), await readSecurityStore(pdf));
  const signatures = await examineAll(pdf, found, context);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', pdf));
  const file = { size: pdf.length, sha256: toHex(digest) };
  const outcome = { ...(fault && { fault }), signatures };
  return {
    kind: 'pdf',
    detached: false,
    verdict: verdictOfFile(outcome),
    ...outcome,
    file,
    content: file,
  };
};

const faultOf = (fault: PdfReadFault): SignatureFault =>
  fault === 'not-a-pdf' ? 'pdf-broken' : fault;

/** From the last one back: a time stamp on the document proves the time of what it covers. */
const examineAll = async (
  pdf: Bytes,
  signatures: readonly PdfSignature[],
  context: Context,
): Promise<SignatureReport[]> => {
  const reports: SignatureReport[] = [];
  const last = signatures.findLastIndex((signature) => !isDocumentTimestamp(signature));
  let later: TimestampReport | undefined;
  for (const [place, signature] of [...signatures.entries()].reverse()) {
    const placed = await placeOf(pdf, signature, signatures.slice(0, place), place < last);
    if (isDocumentTimestamp(signature)) {
      const report = await examineDocumentTimestamp(pdf, placed, context, later);
      if (report.timestamp && provesTime(report.timestamp)) later = report.timestamp;
      reports.unshift(report);
    } else reports.unshift(...(await examinePdfSignature(pdf, placed, context, later)));
  }
  return reports;
};

/** What a signature covers, and what is wrong with its place in the file. */
const placeOf = async (
  pdf: Bytes,
  signature: PdfSignature,
  before: readonly PdfSignature[],
  isFollowed: boolean,
): Promise<PlacedSignature> => {
  const covers = await coverageOf(pdf, signature);
  const isPlaced =
    followEachOther([...before, signature]) && (await coversItsRevision(pdf, signature));
  const isChanged = covers.of === 'revision' && covers.change === 'other';
  const reasons: Reason[] = isChanged ? ['changed-afterwards'] : [];
  // After the last one that a person made, no signature speaks for the file as it is.
  if (!isPlaced || (isChanged && !isFollowed)) reasons.push('pdf-not-fully-covered');
  return { signature, covers, reasons };
};
