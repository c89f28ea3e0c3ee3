import { err, ok, type Result } from '../base/result.ts';

/** Why a PDF cannot be read: no `%PDF-` header; structure not as ISO 32000-1 §7 says; encrypted. */
export type PdfReadFault = 'not-a-pdf' | 'pdf-broken' | 'pdf-encrypted';

/** Thrown inside the reader, where every step can fail; `settle` makes it a result at the border. */
export class PdfRefusal extends Error {
  readonly fault: PdfReadFault;

  constructor(fault: PdfReadFault) {
    super(fault);
    this.fault = fault;
  }
}

export const broken = (): PdfRefusal => new PdfRefusal('pdf-broken');

/** Runs what reads a PDF and gives a refusal back as an error. */
export const settle = async <T>(reading: () => Promise<T>): Promise<Result<T, PdfReadFault>> => {
  try {
    return ok(await reading());
  } catch (error) {
    if (error instanceof PdfRefusal) return err(error.fault);
    throw error;
  }
};
