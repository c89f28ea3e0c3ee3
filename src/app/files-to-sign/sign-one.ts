import { sha256Hex } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { Signer } from '../../signing/signer.ts';
import { KeyForgottenError, PdfRefusedError } from '../signing/signing-client.ts';
import type { SigningAct } from './acts.ts';

/** Why a file was not signed. */
export type FileToSignFault =
  | PdfFault
  /** Moved, deleted or taken away since it was chosen. */
  | 'unreadable'
  /** It is not what the person was shown and agreed to. */
  | 'changed-since'
  /** The key was locked meanwhile. */
  | 'key-locked'
  | 'unexpected';

/** What a person agreed to: this file, by its SHA-256 (lower-case hexadecimal), signed in this way. */
export interface SigningTask {
  id: string;
  sha256: string;
  act: SigningAct;
}

/** Signs the bytes that were agreed to. Whatever goes wrong concerns this file alone. */
export const signOne = async (
  file: Blob,
  { sha256, act }: SigningTask,
  signer: Signer,
): Promise<Result<Blob, FileToSignFault>> => {
  const now = await hashOf(file);
  if (!now) return err('unreadable');
  if (now !== sha256) return err('changed-since');
  try {
    return ok(await sign(file, act, signer));
  } catch (error) {
    if (error instanceof PdfRefusedError) return err(error.fault);
    if (error instanceof KeyForgottenError) return err('key-locked');
    console.error(error);
    return err('unexpected');
  }
};

/** SHA-256 of a file, lower-case hexadecimal; nothing where it was moved, changed or taken away since it was chosen. */
export const hashOf = async (file: Blob): Promise<string | undefined> => {
  try {
    return await sha256Hex(file);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
};

const sign = async (file: Blob, act: SigningAct, signer: Signer): Promise<Blob> => {
  if (act === 'p7s') return signer.signP7s(file);
  const pdf = await signer.signPdf(new Uint8Array(await file.arrayBuffer()));
  return new Blob([pdf], { type: 'application/pdf' });
};
