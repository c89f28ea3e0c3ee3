import { HEAD_BYTES, kindOf } from '../../attachment/kind.ts';
import { bytesOf } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { VerifiedSigner } from '../../signing/verification.ts';
import { trustOf } from '../trust/trust.ts';
import type { ElsewhereFault } from './verify-elsewhere.ts';
import { verifyElsewhere } from './verifying-client.ts';

/** A file that another program signed, proven to hold the original. */
interface BroughtBack {
  content: Blob;
  kind: 'p7s' | 'pdf';
  /** In the order of the file. */
  signers: VerifiedSigner[];
  /** The last of them. */
  signer: VerifiedSigner;
}

/** `file-missing`: what was to be signed is no longer kept here; `unreadable`: it, or what came back, cannot be read. */
export type BroughtBackFault = ElsewhereFault | 'unreadable' | 'file-missing';

/** Reads a file that was brought back and proves that it is the original, signed. */
export const readBroughtBack = async (
  original: Blob | undefined,
  file: File,
): Promise<Result<BroughtBack, BroughtBackFault>> => {
  if (!original) return err('file-missing');
  const [handedOut, content] = await Promise.all([copyOf(original), copyOf(file)]);
  if (!handedOut || !content) return err('unreadable');
  const kind = kindOf(await bytesOf(content.slice(0, HEAD_BYTES)));
  if (kind !== 'p7s' && kind !== 'pdf') return err('not-signed-file');
  const verified = await verifyElsewhere(handedOut, content, await trustOf());
  if (!verified.ok) return verified;
  const signers = verified.value;
  const signer = signers.at(-1);
  return signer ? ok({ content, kind, signers, signer }) : err('no-signature');
};

/** The bytes as they are now: the file on disk may change or go away. */
const copyOf = async (file: Blob): Promise<Blob | undefined> => {
  try {
    return new Blob([await bytesOf(file)], { type: file.type });
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
};
