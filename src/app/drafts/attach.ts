import { type AttachmentFault, checkAttachment } from '../../attachment/check.ts';
import type { Attachment, SignedFile, StoredFile } from '../../attachment/types.ts';
import { newId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { SignatureFault } from '../../signing/verification.ts';
import { readPdfAClaim, verifySigned } from '../signing/verifying-client.ts';
import { clock, stores } from '../stores.ts';
import { trustOf } from '../trust/trust.ts';

/** Why a file is not taken. */
export type FileFault =
  | AttachmentFault
  | SignatureFault
  | 'storage-full'
  /** The row it was chosen for was removed, or its table replaced, while the file was looked at. */
  | 'place-gone';

/**
 * Takes a chosen file into a draft: checked by content, kept by its hash. A file that bears a signature already is
 * verified before it counts as signed; a P7S that does not verify is not taken.
 */
export const attachFile = async (
  draftId: string,
  file: File,
): Promise<Result<Attachment, FileFault>> => {
  const checked = await checkAttachment(file.name, file);
  if (!checked.ok) return checked;
  const signed = await alreadySigned(checked.value, file);
  if (!signed.ok) return signed;
  const { kind } = checked.value;
  const pdfa = kind === 'pdf' || kind === 'p7s' ? await readPdfAClaim(file, kind) : undefined;
  // A copy of the bytes: the file on disk may change or go away.
  const kept = await stores.files.put(new Blob([await file.arrayBuffer()], { type: file.type }));
  if (!kept.ok) return kept;
  const attachment: Attachment = {
    id: newId(),
    draftId,
    chosen: checked.value,
    ...(signed.value && { signed: signed.value }),
    ...(pdfa && { pdfa }),
  };
  const saved = await stores.drafts.saveAttachment(attachment);
  return saved.ok ? ok(attachment) : saved;
};

const alreadySigned = async (
  file: StoredFile,
  content: Blob,
): Promise<Result<SignedFile | undefined, SignatureFault>> => {
  if (file.kind !== 'p7s' && file.kind !== 'pdf') return ok(undefined);
  const verified = await verifySigned(content, file.kind, await trustOf());
  if (verified.ok) {
    const [signer] = verified.value;
    if (!signer) return err('no-signature');
    const at = signer.signingTime ?? clock.now();
    return ok({ file, signer: signer.certificate.holder.name, at });
  }
  // A PDF without a signature that holds is signed here; a P7S is nothing without one.
  return file.kind === 'pdf' ? ok(undefined) : verified;
};
