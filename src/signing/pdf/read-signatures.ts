import { type Bytes, concat, sameBytes } from '../../base/bytes.ts';
import type { Result } from '../../base/result.ts';
import { openPdf, type PdfDocument } from '../../pdf/document.ts';
import { Lexer } from '../../pdf/lexer.ts';
import { isName, isString, isWhole, type PdfObject, textOf } from '../../pdf/objects.ts';
import { parsePdfDate } from '../../pdf/pdf-date.ts';
import { broken, type PdfReadFault, settle } from '../../pdf/refusal.ts';
import { type SignedField, signedFields } from './fields.ts';

const LESS_THAN = 0x3c;

/** One signature of a PDF, as its dictionary tells; nothing of it is verified. */
export interface PdfSignature {
  /** DER, without the zeros that fill `/Contents`. */
  cms: Bytes;
  /** `/SubFilter`: what kind of CMS this is. */
  subFilter: string;
  /** Two ranges of the file: offset, length, offset, length. */
  byteRange: [number, number, number, number];
  /** Length of the revision it was made for: the end of the second range. */
  revisionLength: number;
  /** Whether it signs every byte of the file but its own `/Contents`. */
  coversWholeFile: boolean;
  /** `/Name`. */
  name?: string;
  /** `/M` as epoch ms. */
  signingTime?: number;
}

/** Detached CMS over the signed bytes (ISO 32000-1 §12.8.3.3, ETSI EN 319 142-1 §6, DOC-ICP-15.03 table A.18). */
const DETACHED_CMS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached', 'PBAD.PAdES']);

export const isDetachedCms = ({ subFilter }: PdfSignature): boolean => DETACHED_CMS.has(subFilter);

/** A time stamp on the whole document, not a person's signature (ETSI EN 319 142-1 §5.4.3). */
export const isDocumentTimestamp = ({ subFilter }: PdfSignature): boolean =>
  subFilter === 'ETSI.RFC3161';

/** Reads the signatures of a PDF in the order in which they were made. */
export const readPdfSignatures = (pdf: Bytes): Promise<Result<PdfSignature[], PdfReadFault>> =>
  settle(async () => {
    const document = await openPdf(pdf);
    const signatures: PdfSignature[] = [];
    for (const signed of await signedFields(document))
      signatures.push(await readSignature(document, signed));
    return signatures.sort((a, b) => a.revisionLength - b.revisionLength);
  });

/** The bytes that a signature of this file signs. */
export const signedBytesOf = (pdf: Bytes, { byteRange }: PdfSignature): Bytes => {
  const [first, firstLength, second, secondLength] = byteRange;
  return concat(
    pdf.subarray(first, first + firstLength),
    pdf.subarray(second, second + secondLength),
  );
};

const readSignature = async (
  document: PdfDocument,
  { signature }: SignedField,
): Promise<PdfSignature> => {
  const entry = (key: string) => document.resolve(signature.entries.get(key));
  const contents = signature.entries.get('Contents');
  if (!isString(contents)) throw broken();
  const byteRange = readByteRange(signature.entries.get('ByteRange'), document.bytes.length);
  const subFilter = await entry('SubFilter');
  const [name, time] = [await entry('Name'), await entry('M')];
  const revisionLength = byteRange[2] + byteRange[3];
  const signingTime = isString(time) ? parsePdfDate(textOf(time)) : undefined;
  return {
    cms: withoutPadding(contents.bytes),
    subFilter: isName(subFilter) ? subFilter.name : '',
    byteRange,
    revisionLength,
    coversWholeFile:
      byteRange[0] === 0 &&
      revisionLength === document.bytes.length &&
      gapHolds(document.bytes, byteRange, contents.bytes),
    ...(isString(name) && { name: textOf(name) }),
    ...(signingTime !== undefined && { signingTime }),
  };
};

const readByteRange = (entry: PdfObject | undefined, length: number): PdfSignature['byteRange'] => {
  if (!Array.isArray(entry) || entry.length !== 4 || !entry.every(isWhole)) throw broken();
  const [first = 0, firstLength = 0, second = 0, secondLength = 0] = entry;
  if (first + firstLength > second || second + secondLength > length) throw broken();
  return [first, firstLength, second, secondLength];
};

/** Whether what is not signed is one hexadecimal string with these bytes, `<>` included, and nothing else. */
const gapHolds = (
  pdf: Bytes,
  [, start, end]: PdfSignature['byteRange'],
  contents: Bytes,
): boolean => {
  const lexer = new Lexer(pdf.subarray(start, end), 0);
  if (lexer.bytes[0] !== LESS_THAN) return false;
  const token = lexer.next();
  return (
    token.kind === 'string' &&
    lexer.position === lexer.bytes.length &&
    sameBytes(token.bytes, contents)
  );
};

/** Cuts by the length that the DER itself tells (X.690 §8.1.3); what tells none stays for the CMS reader to refuse. */
const withoutPadding = (contents: Bytes): Bytes => {
  const first = contents[1] ?? 0;
  if (first < 0x80) return contents.subarray(0, 2 + first);
  const octets = contents.subarray(2, 2 + (first & 0x7f));
  const length = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return contents.subarray(0, first === 0x80 ? undefined : 2 + octets.length + length);
};
