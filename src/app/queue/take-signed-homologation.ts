import { err, ok, type Result } from '../../base/result.ts';
import { type BroughtBackFault, readBroughtBack } from '../signing/brought-back.ts';
import { stores } from '../stores.ts';
import { handIn } from './pdf-signer.ts';
import { sendFromHere } from './sender.ts';
import type { QueueEntry } from './types.ts';
import { tell } from './verbs.ts';

/** The PDF of the court that stands for an entry's delivery, once it was fetched, and the name it is saved under. */
export const pdfOf = ({ progress }: QueueEntry): { name: string; sha256: string } | undefined =>
  progress.homologation && {
    name: `homologacao-${progress.delivery?.recibo}.pdf`,
    sha256: progress.homologation.pdfSha256,
  };

/** The PDF of the court that is to be signed. */
export const pdfToSign = ({ progress }: QueueEntry): Promise<Blob | undefined> =>
  stores.files.get(progress.homologation?.pdfSha256 ?? '');

/** Takes what another program made of the court's PDF, once that is proven, and goes on with it; gives the signer's name. */
export const takeSignedHomologation = async (
  entry: QueueEntry,
  file: File,
): Promise<Result<string, BroughtBackFault | 'pdf-wanted'>> => {
  const read = await readBroughtBack(await pdfToSign(entry), file);
  if (!read.ok) return read;
  const { content, kind, signer } = read.value;
  // Recepção documents no other form for it.
  if (kind !== 'pdf') return err('pdf-wanted');
  handIn(entry.progress.homologation?.pdfSha256 ?? '', { summary: signer.certificate, content });
  await sendFromHere();
  await tell(entry.id, { kind: 'try-now' });
  return ok(signer.certificate.holder.name);
};
