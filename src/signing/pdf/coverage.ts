import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import { openPdf, type PdfDocument } from '../../pdf/document.ts';
import { settle } from '../../pdf/refusal.ts';
import type { Coverage } from '../report.ts';
import { isLocked } from './lock.ts';
import { type PdfSignature, readPdfSignatures } from './read-signatures.ts';
import { addsSignaturesOnly } from './revisions/signature-changes.ts';

/** Whether the file, cut where the signature ends, is a PDF that this signature covers completely. */
export const coversItsRevision = async (pdf: Bytes, signature: PdfSignature): Promise<boolean> => {
  if (signature.coversWholeFile) return true;
  const revision = await readPdfSignatures(pdf.subarray(0, signature.revisionLength));
  return (
    revision.ok &&
    revision.value.some(
      ({ coversWholeFile, byteRange }) =>
        coversWholeFile && byteRange.join() === signature.byteRange.join(),
    )
  );
};

/**
 * Whether each signature was added to what the one before it covers: no two share a revision, and none lies inside what
 * another signs. They are given in the order of their revisions.
 */
export const followEachOther = (signatures: readonly PdfSignature[]): boolean =>
  signatures.every(
    ({ byteRange }, place) => byteRange[1] >= (signatures[place - 1]?.revisionLength ?? 0),
  );

/** What a signature that covers its revision speaks for, and what came after that. */
export const coverageOf = async (
  pdf: Bytes,
  { coversWholeFile, revisionLength }: PdfSignature,
): Promise<Coverage> => {
  if (coversWholeFile) return { of: 'whole-file', size: pdf.length };
  const isHarmless = await addsOnlySignatures(pdf.subarray(0, revisionLength), pdf);
  return {
    of: 'revision',
    size: revisionLength,
    added: pdf.length - revisionLength,
    change: isHarmless ? 'signatures-only' : 'other',
  };
};

/**
 * Whether a PDF, which has to begin with the bytes of an earlier state, is that state and what signatures bring. No where
 * the earlier one forbids further signatures, or either cannot be read.
 */
export const addsOnlySignatures = async (earlier: Bytes, pdf: Bytes): Promise<boolean> => {
  const compared = await settle(async () => {
    const before = await openPdf(earlier);
    const after = await openPdf(pdf);
    return (
      !(await isLocked(before)) &&
      endsAsUpdate(before, after) &&
      (await addsSignaturesOnly(before, after))
    );
  });
  return compared.ok && compared.value;
};

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const LAST_LINE = /%%EOF[\0\t\n\f\r ]*$/;

/**
 * Whether what was added is white space, or an update up to its last byte. Objects that no cross-reference knows are
 * shown by readers that repair what they think broken.
 */
const endsAsUpdate = (before: PdfDocument, after: PdfDocument): boolean => {
  const added = after.bytes.subarray(before.bytes.length);
  if (before.xref.offset === after.xref.offset) return added.every((byte) => WHITE.has(byte));
  return LAST_LINE.test(fromUtf8(added.subarray(-1024)));
};
