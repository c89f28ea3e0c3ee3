import { type AttachmentFault, limitFault } from '../../attachment/check.ts';
import type { Attachment } from '../../attachment/types.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { StorageFault } from '../../store/database.ts';
import { noteSigned } from '../backup/uncopied.ts';
import { type BroughtBackFault, readBroughtBack } from '../signing/brought-back.ts';
import { clock, stores } from '../stores.ts';
import type { DraftSession } from './draft-session.ts';

/** The file of an attachment as the person chose it. */
export const fileToSign = ({ chosen }: Attachment): Promise<Blob | undefined> =>
  stores.files.get(chosen.sha256);

/** Takes what another program made of an attachment as its signed file, once that is proven; gives the signer's name. */
export const takeSignedAttachment = async (
  session: Pick<DraftSession, 'attachments'>,
  attachment: Attachment,
  file: File,
): Promise<Result<string, BroughtBackFault | AttachmentFault | StorageFault>> => {
  const read = await readBroughtBack(await fileToSign(attachment), file);
  if (!read.ok) return read;
  const { content, kind, signer } = read.value;
  const fault = limitFault(kind, content.size);
  if (fault) return err(fault);
  const kept = await stores.files.put(content);
  if (!kept.ok) return kept;
  const { name } = signer.certificate.holder;
  const signed: Attachment = {
    ...attachment,
    signed: {
      file: { sha256: kept.value, size: content.size, name: file.name, kind },
      signer: name,
      at: signer.signingTime ?? clock.now(),
    },
  };
  const saved = await stores.drafts.saveAttachment(signed);
  if (!saved.ok) return saved;
  session.attachments.value = new Map(session.attachments.value).set(signed.id, signed);
  await noteSigned(signed.draftId);
  return ok(name);
};
