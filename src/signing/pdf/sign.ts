import type { Bytes } from '../../base/bytes.ts';
import { ok, type Result } from '../../base/result.ts';
import type { PdfFault } from './fault.ts';
import {
  DEFAULT_RESERVE,
  insertCms,
  type PdfSignatureOptions,
  preparePdfSignature,
} from './prepare.ts';

/** An ECDSA signature may come out a few bytes longer the second time. */
const SLACK = 64;

/**
 * Signs a PDF as an incremental update: the bytes of the file stay as they are, earlier signatures too.
 * `makeCms` makes the detached CMS (DER) over the bytes it is given, which it must not keep; it is
 * asked again where the CMS needs more room than was reserved.
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
    if (cms.length <= reserve) return ok(insertCms(prepared.value, cms));
    reserve = cms.length + SLACK;
  }
};
