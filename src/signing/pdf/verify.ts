import { type Bytes, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SignatureFault, VerifiedFile, VerifiedSigner } from '../verification.ts';
import { coversItsRevision, followEachOther } from './coverage.ts';
import {
  isDetachedCms,
  type PdfSignature,
  readPdfSignatures,
  signedBytesOf,
} from './read-signatures.ts';

/**
 * Verifies a detached CMS over the bytes it is given; `signingTime`, epoch ms, is the claim of `/M`.
 * The content it gives back is what the CMS really signs, which may be another one.
 */
export type VerifyCms = (
  cms: Bytes,
  signedBytes: Bytes,
  signingTime: number | undefined,
) => Promise<Result<VerifiedFile, SignatureFault>>;

/**
 * Verifies every signature of a PDF. The last one has to cover the whole file; each earlier one the
 * whole of the revision it was made for, so that what came after is an incremental update.
 * Signers are in the order in which they signed: only the last signature says something about the
 * file as it is.
 */
export const verifyPdf = async (
  pdf: Bytes,
  verifyCms: VerifyCms,
): Promise<Result<VerifiedFile, SignatureFault>> => {
  const read = await readPdfSignatures(pdf);
  if (!read.ok) return err(read.error === 'not-a-pdf' ? 'pdf-broken' : read.error);
  if (read.value.length === 0) return err('no-signature');
  if (!read.value.at(-1)?.coversWholeFile || !followEachOther(read.value))
    return err('pdf-not-fully-covered');
  const signers: VerifiedSigner[] = [];
  for (const signature of read.value) {
    if (!isDetachedCms(signature)) return err('unsupported-algorithm');
    if (!(await coversItsRevision(pdf, signature))) return err('pdf-not-fully-covered');
    const signedBytes = signedBytesOf(pdf, signature);
    const verified = await verifyCms(signature.cms, signedBytes, signature.signingTime);
    if (!verified.ok) return verified;
    // A CMS may envelop a content of its own; then it says nothing about this file.
    if (!sameBytes(verified.value.content, signedBytes)) return err('digest-mismatch');
    signers.push(...verified.value.signers.map((signer) => withTime(signer, signature)));
  }
  return ok({ signers, content: pdf });
};

/** PAdES tells the time in `/M`, not in the CMS (EN 319 142-1 §6.3). */
const withTime = (signer: VerifiedSigner, { signingTime }: PdfSignature): VerifiedSigner =>
  signer.signingTime === undefined && signingTime !== undefined
    ? { ...signer, signingTime }
    : signer;
