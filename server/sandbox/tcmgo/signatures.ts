import type { Bytes } from '../../../src/base/bytes.ts';
import type { Clock } from '../../../src/base/clock.ts';
import type { Result } from '../../../src/base/result.ts';
import { verifyP7s } from '../../../src/signing/cms/verify.ts';
import { verifyPdf } from '../../../src/signing/pdf/verify.ts';
import type { SignatureForm } from '../../../src/signing/signer.ts';
import type {
  SignatureFault,
  TrustStore,
  VerifiedFile,
} from '../../../src/signing/verification.ts';

/** Verifies a signed file of a known form against the chains the court trusts. */
export type SignatureCheck = (
  file: Bytes,
  form: SignatureForm,
) => Promise<Result<VerifiedFile, SignatureFault>>;

export const createSignatureCheck =
  (trust: TrustStore, clock: Clock): SignatureCheck =>
  (file, form) => {
    const now = clock.now();
    if (form === 'p7s') return verifyP7s(file, trust, now);
    return verifyPdf(file, trust, now);
  };
