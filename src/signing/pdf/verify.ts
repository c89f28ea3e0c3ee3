import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { verifySignedData } from '../cms/verify.ts';
import { timestampFault } from '../cms/verify-timestamp.ts';
import type { SignatureFault, TrustStore, VerifiedFile, VerifiedSigner } from '../verification.ts';
import { addsOnlySignatures, coversItsRevision, followEachOther } from './coverage.ts';
import {
  isDetachedCms,
  isDocumentTimestamp,
  type PdfSignature,
  readPdfSignatures,
  signedBytesOf,
} from './read-signatures.ts';

/**
 * Verifies every signature of a PDF, and every time stamp on it, which is none of its signers. The last one has to cover
 * the whole file; each earlier one the whole of the revision it was made for, so that what came after is an incremental
 * update. Signers are in the order in which they signed: only the last one says something about the file as it is.
 * Certificates are judged at the time that the CMS or `/M` claims, else at `now` (epoch ms).
 */
export const verifyPdf = async (
  pdf: Bytes,
  trust: TrustStore,
  now: number,
): Promise<Result<VerifiedFile, SignatureFault>> => {
  const read = await readPdfSignatures(pdf);
  if (!read.ok) return err(read.error === 'not-a-pdf' ? 'pdf-broken' : read.error);
  const last = read.value.findLast((signature) => !isDocumentTimestamp(signature));
  if (!last) return err('no-signature');
  const isCovered = read.value.at(-1)?.coversWholeFile && followEachOther(read.value);
  if (!isCovered || !(await speaksForFile(pdf, last))) return err('pdf-not-fully-covered');
  const signers: VerifiedSigner[] = [];
  for (const signature of read.value) {
    if (!(await coversItsRevision(pdf, signature))) return err('pdf-not-fully-covered');
    const verified = await verifyOne(pdf, signature, trust, now);
    if (!verified.ok) return verified;
    signers.push(...verified.value);
  }
  return ok({ signers, content: pdf });
};

/** A time stamp covers what came after a signature, but nobody signed that. */
const speaksForFile = async (
  pdf: Bytes,
  { coversWholeFile, revisionLength }: PdfSignature,
): Promise<boolean> =>
  coversWholeFile || (await addsOnlySignatures(pdf.subarray(0, revisionLength), pdf));

const verifyOne = async (
  pdf: Bytes,
  signature: PdfSignature,
  trust: TrustStore,
  now: number,
): Promise<Result<VerifiedSigner[], SignatureFault>> => {
  const content = signedBytesOf(pdf, signature);
  if (isDocumentTimestamp(signature)) {
    const fault = await timestampFault(signature.cms, content, trust);
    return fault ? err(fault) : ok([]);
  }
  if (!isDetachedCms(signature)) return err('unsupported-algorithm');
  const { signingTime = now } = signature;
  const verified = await verifySignedData(signature.cms, trust, { content, now: signingTime });
  if (!verified.ok) return verified;
  // A CMS may envelop a content of its own; then it says nothing about this file.
  if (!sameBytes(verified.value.content, content)) return err('digest-mismatch');
  return ok(verified.value.signers.map((signer) => withTime(signer, signature)));
};

/** PAdES tells the time in `/M`, not in the CMS (EN 319 142-1 §6.3). */
const withTime = (signer: VerifiedSigner, { signingTime }: PdfSignature): VerifiedSigner =>
  signer.signingTime === undefined && signingTime !== undefined
    ? { ...signer, signingTime }
    : signer;
