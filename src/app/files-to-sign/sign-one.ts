import { bytesOf, sha256Hex } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CoSignFault } from '../../signing/cms/co-sign.ts';
import type { SignerFault } from '../../signing/cms/counter-sign.ts';
import type { TimestampFault } from '../../signing/cms/stamp-signature.ts';
import type { PdfFault } from '../../signing/pdf/fault.ts';
import type { Stamp } from '../../signing/pdf/stamp.ts';
import type { CoSigner, SigningChoices } from '../../signing/signer.ts';
import {
  KeyForgottenError,
  PdfRefusedError,
  TimestampRefusedError,
} from '../signing/signing-client.ts';
import type { SigningAct } from './acts.ts';

/** Why a file was not signed. */
export type FileToSignFault =
  | PdfFault
  | CoSignFault
  | SignerFault
  | TimestampFault
  /** Moved, deleted or taken away since it was chosen. */
  | 'unreadable'
  /** It is not what the person was shown and agreed to. */
  | 'changed-since'
  | 'unexpected';

/** What a person agreed to: this file, by its SHA-256 (lower-case hexadecimal), signed in this way. */
export interface SigningTask {
  id: string;
  sha256: string;
  act: SigningAct;
  choices: SigningChoices;
  /** What is to be seen of the signature on a page of a PDF. */
  stamp?: Stamp;
}

/** Signs the bytes that were agreed to. Whatever goes wrong concerns this file alone. */
export const signOne = async (
  file: Blob,
  task: SigningTask,
  signer: CoSigner,
): Promise<Result<Blob, FileToSignFault>> => {
  const now = await hashOf(file);
  if (!now) return err('unreadable');
  if (now !== task.sha256) return err('changed-since');
  try {
    return await sign(file, task, signer);
  } catch (error) {
    if (error instanceof PdfRefusedError) return err(error.fault);
    if (error instanceof TimestampRefusedError) return err(error.fault);
    if (!(error instanceof KeyForgottenError)) console.error(error);
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

const sign = async (
  file: Blob,
  { act, choices, stamp }: SigningTask,
  signer: CoSigner,
): Promise<Result<Blob, FileToSignFault>> => {
  switch (act.kind) {
    case 'p7s':
      return ok(await signer.signP7s(file, choices));
    case 'detached':
      return ok(await signer.signP7s(file, { ...choices, detached: true }));
    case 'co-sign':
      return signer.coSign(file, choices);
    case 'counter-sign':
      return signer.counterSign(file, act.place);
    case 'pdf': {
      const pdf = await signer.signPdf(await bytesOf(file), {
        ...choices,
        ...(stamp && { stamp }),
      });
      return ok(new Blob([pdf], { type: 'application/pdf' }));
    }
  }
};
