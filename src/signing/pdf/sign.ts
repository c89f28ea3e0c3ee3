import { type Bytes, toHex, utf8 } from '../../base/bytes.ts';
import { ok, type Result } from '../../base/result.ts';
import type { PdfFault } from './fault.ts';
import {
  DEFAULT_RESERVE,
  type PdfSignatureOptions,
  type PreparedPdf,
  preparePdfSignature,
} from './prepare.ts';

/** An ECDSA signature may come out a few bytes longer the second time. */
const SLACK = 64;

/**
 * Signs a PDF as an incremental update: the bytes of the file stay as they are, earlier signatures too.
 * `makeCms` makes the detached CMS (DER) over the bytes it is given; it is asked again where the CMS
 * needs more room than was reserved.
 */
export const signPdf = async (
  pdf: Bytes,
  options: PdfSignatureOptions,
  makeCms: (signedBytes: Bytes) => Promise<Bytes>,
): Promise<Result<Bytes, PdfFault>> => {
  let reserve = options.reserve ?? DEFAULT_RESERVE;
  for (;;) {
    const prepared = await preparePdfSignature(pdf, { ...options, reserve });
    if (!prepared.ok) return prepared;
    const cms = await makeCms(prepared.value.signedBytes);
    if (cms.length <= reserve) return ok(insert(prepared.value, cms));
    reserve = cms.length + SLACK;
  }
};

const insert = ({ pdf, gap }: PreparedPdf, cms: Bytes): Bytes => {
  pdf.set(utf8(toHex(cms)), gap.start + 1);
  return pdf;
};
