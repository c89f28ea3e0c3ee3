import { expose, transfer } from 'comlink';
import { claimOf } from '../../attachment/pdfa/claim.ts';
import type { PdfAClaim } from '../../attachment/pdfa/types.ts';
import { type Bytes, bytesOf } from '../../base/bytes.ts';
import { ok, type Result } from '../../base/result.ts';
import { pagesOf } from '../../pdf/pages.ts';
import type { PdfReadFault } from '../../pdf/refusal.ts';
import { contentOf } from '../../signing/cms/signed-data.ts';
import { verifyP7s } from '../../signing/cms/verify.ts';
import { examineP7s } from '../../signing/examine/examine-p7s.ts';
import { examinePdf } from '../../signing/examine/examine-pdf.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';
import type { FileReport } from '../../signing/report.ts';
import type { SignatureFault, TrustStore, VerifiedSigner } from '../../signing/verification.ts';
import { verifyDetachedElsewhere } from './verify-detached.ts';
import { verifySignedElsewhere } from './verify-elsewhere.ts';

/** Reads files of strangers, and therefore apart from the worker that holds the key. Instants are epoch ms. */
const service = {
  /** Verifies a file that bears its signature. */
  async verify(
    file: Blob,
    kind: 'p7s' | 'pdf',
    trust: TrustStore,
    now: number,
  ): Promise<Result<VerifiedSigner[], SignatureFault>> {
    const bytes = await bytesOf(file);
    const verified =
      kind === 'p7s' ? await verifyP7s(bytes, trust, now) : await verifyPdf(bytes, trust, now);
    return verified.ok ? ok(verified.value.signers) : verified;
  },

  /** Finds out everything about a signed file; `content` is what a detached P7S signs. */
  async examine(
    file: Blob,
    kind: 'p7s' | 'pdf',
    content: Blob | undefined,
    trust: TrustStore,
    now: number,
  ): Promise<FileReport> {
    const bytes = await bytesOf(file);
    if (kind === 'pdf') return examinePdf(bytes, trust, { now });
    return examineP7s(bytes, trust, { now, content: content && (await bytesOf(content)) });
  },

  /** What a P7S envelops; nothing where it is detached, or none. */
  async contentOf(p7s: Blob): Promise<Bytes | undefined> {
    const content = contentOf(await bytesOf(p7s));
    return content && transfer(content, [content.buffer]);
  },

  /** Verifies that a file is what another program made of the original. `now`: epoch ms. */
  async verifyElsewhere(original: Blob, signed: Blob, trust: TrustStore, now: number) {
    return verifySignedElsewhere(await bytesOf(original), await bytesOf(signed), trust, now);
  },

  /** Verifies that a file is another program's signature of the original, and gives it without that. `now`: epoch ms. */
  async verifyDetached(original: Blob, signed: Blob, trust: TrustStore, now: number) {
    return verifyDetachedElsewhere(await bytesOf(original), signed, trust, now);
  },

  /** What a PDF, or what a P7S envelops, claims of PDF/A; nothing where the P7S is detached. */
  async claimOf(
    file: Blob,
    kind: 'p7s' | 'pdf',
  ): Promise<Result<PdfAClaim, PdfReadFault> | undefined> {
    const bytes = await bytesOf(file);
    const pdf = kind === 'pdf' ? bytes : contentOf(bytes);
    return pdf && claimOf(pdf);
  },

  /** The sizes of the pages of a PDF, for a stamp to be placed on one. */
  pagesOf: async (pdf: Blob) => pagesOf(await bytesOf(pdf)),
};

export type VerifyingService = typeof service;

expose(service);
