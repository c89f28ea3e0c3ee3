import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
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

export interface PdfSignatureOptions {
  /** Epoch ms; what `/M` claims. */
  signingTime: number;
  /** Name of the person who signs, for `/Name`. */
  name: string;
  /** Bytes kept free for the CMS; 16 KiB where absent. */
  reserve?: number;
}

/** A PDF with everything of its new signature but the CMS. */
export interface PreparedPdf {
  pdf: Bytes;
  /** What has to be signed: the file without the gap. */
  signedBytes: Bytes;
  /** The hexadecimal string of `/Contents`, its `<>` included: offsets in `pdf`. */
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
    update.putBody(signature, body.text);
    await addSignatureField(document, update, signature);
    const written = update.write();
    const start = written.bodyOffsets.get(signature.number) ?? 0;
    return fixByteRange(written.pdf, start + body.byteRangeAt, {
      start: start + body.contentsAt,
      end: start + body.contentsAt + body.contentsLength,
    });
  });
  if (!prepared.ok) return prepared;
  return prepared.value === undefined ? err('pdf-locked') : ok(prepared.value);
};

/** The signature dictionary with blanks for `/ByteRange` and zeros for `/Contents`, and where these stand in it. */
const signatureBody = (options: PdfSignatureOptions) => {
  const plain = dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    M: textString(formatPdfDate(options.signingTime)),
    Name: textString(options.name),
  });
  const contents = `<${'00'.repeat(options.reserve ?? DEFAULT_RESERVE)}>`;
  const beforeRange = `${serialize(plain).slice(0, -'>>'.length)}/ByteRange `;
  const beforeContents = `${beforeRange}${' '.repeat(BYTE_RANGE_LENGTH)} /Contents `;
  return {
    text: `${beforeContents}${contents} >>`,
    byteRangeAt: beforeRange.length,
    contentsAt: beforeContents.length,
    contentsLength: contents.length,
  };
};

const fixByteRange = (pdf: Bytes, at: number, gap: PreparedPdf['gap']): PreparedPdf => {
  const byteRange = [0, gap.start, gap.end, pdf.length - gap.end];
  pdf.set(utf8(serialize(byteRange)), at);
  return { pdf, gap, signedBytes: concat(pdf.subarray(0, gap.start), pdf.subarray(gap.end)) };
};
