import { err, ok, type Result } from '../../base/result.ts';
import { fitsZip, type ZippedFile, zipStream } from '../files-to-sign/zip.ts';
import type { QueueEntry } from '../queue/types.ts';
import { stores } from '../stores.ts';
import { plainCsv } from '../table/plain-csv.ts';

/** `too-large`: more than a ZIP holds; `failed`: a file could not be read, or memory was short. */
export type ReceiptsFault = 'too-large' | 'failed';

/** The signed PDFs of homologated entries and one sheet of them all, as one ZIP. `lines`: of the sheet, its headings first. */
export const receiptsZip = async (
  entries: readonly QueueEntry[],
  sheet: { name: string; lines: string[][] },
): Promise<Result<Blob, ReceiptsFault>> => {
  const pdfs = await Promise.all(entries.map(signedPdf));
  const files = [{ name: sheet.name, content: plainCsv(sheet.lines) }, ...pdfs.flat()];
  if (!fitsZip(files)) return err('too-large');
  try {
    const zip = await new Response(zipStream(files)).blob();
    return ok(new Blob([zip], { type: 'application/zip' }));
  } catch (error) {
    console.error(error);
    return err('failed');
  }
};

/** One that was homologated elsewhere has none. */
const signedPdf = async ({ progress }: QueueEntry): Promise<ZippedFile[]> => {
  const sha256 = progress.homologation?.signedPdfSha256;
  const content = sha256 && (await stores.files.get(sha256));
  return content
    ? [{ name: `homologacao-${progress.delivery?.recibo}-assinado.pdf`, content }]
    : [];
};
