import { err, ok, type Result } from '../../base/result.ts';
import type { VerifiedSigner } from '../../signing/verification.ts';
import { verifyElsewhere } from '../signing/verifying-client.ts';
import { trustOf } from '../trust/trust.ts';
import { changeFile, type FileToSign } from './files.ts';
import type { ElsewhereFault } from './signed-elsewhere.ts';

/** Takes what another program made of a file as its signed file, once that is proven. */
export const takeSignedElsewhere = async (
  { id, file }: FileToSign,
  signed: File,
): Promise<Result<VerifiedSigner[], ElsewhereFault | 'unreadable'>> => {
  try {
    const verified = await verifyElsewhere(file, signed, await trustOf());
    if (!verified.ok) return verified;
    const outcome = { state: 'signed', content: signed, name: signed.name, saved: true } as const;
    changeFile(id, { outcome, selected: false });
    return ok(verified.value);
  } catch (error) {
    console.error(error);
    return err('unreadable');
  }
};
