import { type Bytes, toHex, utf8 } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { openPdf } from '../../pdf/document.ts';
import { dict, name, textString } from '../../pdf/objects.ts';
import { formatPdfDate } from '../../pdf/pdf-date.ts';
import { settle } from '../../pdf/refusal.ts';
import { serialize } from '../../pdf/serialize.ts';
import { IncrementalUpdate } from '../../pdf/update.ts';
import { addSignatureField } from './add-field.ts';
import type { PdfFault } from './fault.ts';
import { isLocked } from './lock.ts';
import type { Stamp } from './stamp.ts';

export interface PdfSignatureOptions {
  /** Epoch ms; what `/M` claims. */
  signingTime: number;
  /** Name of the person who signs, for `/Name`. */
  name: string;
  /** What is seen of the signature on a page; nothing where absent. */
  stamp?: Stamp;
  /**
   * Under whose rules the dictionary names itself: ETSI's where absent, or those that ICP-Brasil's policies demand
   * (DOC-ICP-15.03 v9.1, table A.18), which common readers do not know.
   */
  rules?: 'ICP-Brasil';
  /** Bytes kept free for the CMS; 16 KiB where absent. */
  reserve?: number;
}

/**
 * A PDF with everything of its new signature but the CMS. So that a large file is copied only once,
 * what has to be signed stands in one piece at the front, and the gap for the CMS is opened later.
 */
export interface PreparedPdf {
  /** As long as the new file. */
  buffer: Bytes;
  /** What has to be signed: the front of `buffer`, the file without its gap. */
  signedBytes: Bytes;
  /** The hexadecimal string of `/Contents`, its `<>` included: offsets in the new file. */
  gap: { start: number; end: number };
}

export const DEFAULT_RESERVE = 16 * 1024;
/** Room for `[0 a b c]` with the greatest offsets of ISO 32000-1 Annex C, ten digits. */
const BYTE_RANGE_LENGTH = 40;

/** Adds a signature dictionary and its field as an incremental update (ISO 32000-1 §12.8.1, EN 319 142-1 §5). */
export const preparePdfSignature = async (
  pdf: Bytes,
  options: PdfSignatureOptions,
): Promise<Result<PreparedPdf, PdfFault>> => {
  const prepared = await settle(async () => {
    const document = await openPdf(pdf);
    if (await isLocked(document)) return undefined;
    const update = new IncrementalUpdate(document);
    const signature = update.newRef();
    const body = signatureBody(options);
    update.putBody(signature, utf8(body.text));
    await addSignatureField(document, update, signature, options.stamp);
    const { added, bodyOffsets } = update.write();
    const start = bodyOffsets.get(signature.number) ?? 0;
    const gap = {
      start: start + body.contentsAt,
      end: start + body.contentsAt + body.contentsLength,
    };
    const byteRange = [0, gap.start, gap.end, pdf.length + added.length - gap.end];
    added.set(utf8(serialize(byteRange)), start + body.byteRangeAt - pdf.length);
    return withoutGap(pdf, added, gap);
  });
  if (!prepared.ok) return prepared;
  return prepared.value === undefined ? err('pdf-locked') : ok(prepared.value);
};

/** The signature dictionary with blanks for `/ByteRange` and zeros for `/Contents`, and where these stand in it. */
const signatureBody = (options: PdfSignatureOptions) => {
  const plain = dict({
    Type: name('Sig'),
    Filter: name(options.rules ? 'PBAD_PAdES' : 'Adobe.PPKLite'),
    SubFilter: name(options.rules ? 'PBAD.PAdES' : 'ETSI.CAdES.detached'),
    M: textString(formatPdfDate(options.signingTime)),
    Name: textString(options.name),
  });
  const contents = hexString(new Uint8Array(options.reserve ?? DEFAULT_RESERVE));
  const beforeRange = `${serialize(plain).slice(0, -'>>'.length)}/ByteRange `;
  const beforeContents = `${beforeRange}${' '.repeat(BYTE_RANGE_LENGTH)} /Contents `;
  return {
    text: `${beforeContents}${contents} >>`,
    byteRangeAt: beforeRange.length,
    contentsAt: beforeContents.length,
    contentsLength: contents.length,
  };
};

const hexString = (bytes: Bytes): string => `<${toHex(bytes)}>`;

const withoutGap = (pdf: Bytes, added: Bytes, gap: PreparedPdf['gap']): PreparedPdf => {
  const buffer = new Uint8Array(pdf.length + added.length);
  buffer.set(pdf);
  buffer.set(added.subarray(0, gap.start - pdf.length), pdf.length);
  buffer.set(added.subarray(gap.end - pdf.length), gap.start);
  return { buffer, gap, signedBytes: buffer.subarray(0, buffer.length - (gap.end - gap.start)) };
};

/** Opens the gap and fills it: the new file, in the place of what was prepared. `cms` has to fit the reserve. */
export const insertCms = ({ buffer, gap }: PreparedPdf, cms: Bytes): Bytes => {
  buffer.copyWithin(gap.end, gap.start);
  const contents = new Uint8Array((gap.end - gap.start - '<>'.length) / 2);
  contents.set(cms);
  buffer.set(utf8(hexString(contents)), gap.start);
  return buffer;
};
