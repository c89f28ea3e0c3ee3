import { sha256Hex } from '../base/bytes.ts';
import { err, ok, type Result } from '../base/result.ts';
import { HEAD_BYTES, kindOf } from './kind.ts';
import type { FileKind, StoredFile } from './types.ts';

/** Why a file cannot be attached. */
export type AttachmentFault =
  | 'empty'
  | 'too-large'
  | 'image-too-large'
  | 'kind-not-accepted'
  /** Moved, deleted or taken away (USB stick) since it was chosen. */
  | 'unreadable';

/** colare-doc: "no máximo, 10MB"; read as binary megabytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** colare-doc: images need no signature and may have 512 kB. */
export const MAX_IMAGE_BYTES = 512 * 1024;

/** The limits of colare-doc on a file of this kind and size (bytes); to be asked again of the signed file. */
export const limitFault = (kind: FileKind, size: number): AttachmentFault | undefined => {
  if (size === 0) return 'empty';
  if (kind === 'other') return 'kind-not-accepted';
  if (size > MAX_FILE_BYTES) return 'too-large';
  if ((kind === 'png' || kind === 'jpeg') && size > MAX_IMAGE_BYTES) return 'image-too-large';
  return undefined;
};

/** Tells what a chosen file is and hashes it; only files within the limits are read past their head. */
export const checkAttachment = async (
  name: string,
  content: Blob,
): Promise<Result<StoredFile, AttachmentFault>> => {
  try {
    const head = new Uint8Array(await content.slice(0, HEAD_BYTES).arrayBuffer());
    const kind = kindOf(head);
    const fault = limitFault(kind, content.size);
    if (fault) return err(fault);
    return ok({ sha256: await sha256Hex(content), size: content.size, name, kind });
  } catch (error) {
    if (error instanceof DOMException) return err('unreadable');
    throw error;
  }
};
