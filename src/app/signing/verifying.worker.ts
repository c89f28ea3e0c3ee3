import { expose } from 'comlink';

import { claimOf } from '../../attachment/pdfa/claim.ts';
import { type Bytes, bytesOf } from '../../base/bytes.ts';

import { ok, type Result } from '../../base/result.ts';
import { verifyP7s, verifySignedData } from '../../signing/cms/verify.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';
import type { SignatureFault, TrustStore, VerifiedSigner } from '../../signing/verification.ts';
import { verifySignedElsewhere } from '../files-to-sign/signed-elsewhere.ts';

/** Reads files of strangers, and therefore apart from the worker that holds the key. */
const service = {
  /** Verifies a file that bears its signature. `now`: epoch ms. */
  async verify(
    file: Bytes,
    kind: 'p7s' | 'pdf',
    trust: TrustStore,
    now: number,
  ): Promise<Result<VerifiedSigner[], SignatureFault>> {
    const verified =
      kind === 'p7s'
        ? await verifyP7s(file, trust, now)
        : await verifyPdf(file, (cms, content, at) =>
            verifySignedData(cms, trust, { content, now: at ?? now }),
          );
    return verified.ok ? ok(verified.value.signers) : verified;
  },

  /** Verifies that a file is what another program made of the original. `now`: epoch ms. */
  async verifyElsewhere(original: Blob, signed: Blob, trust: TrustStore, now: number) {
    return verifySignedElsewhere(await bytesOf(original), await bytesOf(signed), trust, now);
  },

  /** What a PDF claims of PDF/A, and what contradicts it. */
  claimOf,
};

export type VerifyingService = typeof service;

expose(service);
