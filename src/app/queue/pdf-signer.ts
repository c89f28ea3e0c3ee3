import { bytesOf } from '../../base/bytes.ts';
import { ok } from '../../base/result.ts';
import { isAgreed } from '../../protocol/recepcao/agreement.ts';
import type { PdfSigner } from '../../protocol/recepcao/session.ts';
import { openSigner } from '../key.ts';
import { settleSigning } from '../signing/signing-client.ts';
import type { QueueEntry } from './types.ts';

/** What other programs made of PDFs of the court, by the SHA-256 of the PDF; in memory until the next step keeps it. */
const broughtBack = new Map<string, PdfSigner>();

/** Hands a PDF that came back signed to the step that would sign it; once, for the court may refuse it. */
export const handIn = (
  pdfSha256: string,
  signed: Pick<PdfSigner, 'summary'> & { content: Blob },
): void => {
  const { summary, content } = signed;
  const signPdf: PdfSigner['signPdf'] = async () => {
    broughtBack.delete(pdfSha256);
    return ok(await bytesOf(content));
  };
  broughtBack.set(pdfSha256, { summary, means: 'elsewhere', signPdf });
};

/** Who signs the court's PDF of an entry: the program that did already, else the open key if the person agreed to that. */
export const pdfSignerOf = (entry: QueueEntry): PdfSigner | undefined => {
  const signer = broughtBack.get(entry.progress.homologation?.pdfSha256 ?? '') ?? byOpenKey();
  return signer && isAgreed(entry, signer) ? signer : undefined;
};

const byOpenKey = (): PdfSigner | undefined => {
  const signer = openSigner();
  return (
    signer && {
      summary: signer.summary,
      means: 'key',
      signPdf: (pdf) => settleSigning(() => signer.signPdf(pdf)),
    }
  );
};
