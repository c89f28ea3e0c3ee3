import { type AttachmentFault, limitFault } from '../../attachment/check.ts';
import type { Attachment, FileKind } from '../../attachment/types.ts';
import { bytesOf } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { SignatureForm, Signer } from '../../signing/signer.ts';
import type { StorageFault } from '../../store/database.ts';
import { noteSigned } from '../backup/uncopied.ts';
import { settleSigning } from '../signing/signing-client.ts';
import { clock, stores } from '../stores.ts';
import type { DraftSession } from './draft-session.ts';

export type SigningFault = PdfFault | StorageFault | AttachmentFault | 'file-missing' | 'locked';

/** Images up to 512 kB go unsigned (colare-doc); everything else needs a signature. */
export const needsSignature = ({ chosen, signed }: Attachment): boolean =>
  !signed && chosen.kind !== 'png' && chosen.kind !== 'jpeg';

/** Signs files of a draft, one after another; those signed before a fault stay signed. */
export const signFiles = async (
  session: DraftSession,
  chosen: ReadonlyMap<string, SignatureForm>,
  signer: Signer,
): Promise<Result<void, SigningFault>> => {
  for (const [id, form] of chosen) {
    const attachment = session.attachments.value.get(id);
    if (!attachment) continue;
    const signed = await signOne(attachment, form, signer);
    if (!signed.ok) return signed;
    const saved = await stores.drafts.saveAttachment(signed.value);
    if (!saved.ok) return saved;
    session.attachments.value = new Map(session.attachments.value).set(id, signed.value);
    await noteSigned(attachment.draftId);
  }
  return ok(undefined);
};

const signOne = async (
  attachment: Attachment,
  form: SignatureForm,
  signer: Signer,
): Promise<Result<Attachment, SigningFault>> => {
  const { chosen } = attachment;
  const content = await stores.files.get(chosen.sha256);
  if (!content) return err('file-missing');
  const made = await contentOf(content, form, signer);
  if (!made.ok) return made;
  const kind: FileKind = form === 'p7s' ? 'p7s' : 'pdf';
  const { size } = made.value;
  const fault = limitFault(kind, size);
  if (fault) return err(fault);
  const kept = await stores.files.put(made.value);
  if (!kept.ok) return kept;
  const name = form === 'p7s' ? `${chosen.name}.p7s` : chosen.name;
  const signed = {
    file: { sha256: kept.value, size, name, kind },
    signer: signer.summary.holder.name,
    at: clock.now(),
  };
  return ok({ ...attachment, signed });
};

const contentOf = (
  content: Blob,
  form: SignatureForm,
  signer: Signer,
): Promise<Result<Blob, PdfFault | 'locked'>> =>
  settleSigning(async () => {
    if (form === 'p7s') return signer.signP7s(content);
    return new Blob([await signer.signPdf(await bytesOf(content))], { type: 'application/pdf' });
  });
