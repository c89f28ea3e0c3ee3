import type { Remote } from 'comlink';
import type { PdfAClaim } from '../../attachment/pdfa/types.ts';
import type { Result } from '../../base/result.ts';
import type { PdfReadFault } from '../../pdf/refusal.ts';
import type { FileReport } from '../../signing/report.ts';
import type { SignatureFault, TrustStore, VerifiedSigner } from '../../signing/verification.ts';
import { clock } from '../stores.ts';
import { trustOf } from '../trust/trust.ts';
import { VERIFYING_WORKER } from '../worker-addresses.ts';
import { inWorker, livingWorker, type WorkerLife } from '../worker-life.ts';
import type { DetachedElsewhere } from './verify-detached.ts';
import type { ElsewhereFault } from './verify-elsewhere.ts';
import type { VerifyingService } from './verifying.worker.ts';

type Life = WorkerLife<VerifyingService>;

const living = (life: Life | undefined): Life =>
  livingWorker(life, VERIFYING_WORKER, 'conferência');

let verifier: Life | undefined;

const inVerifier = <T>(work: (service: Remote<VerifyingService>) => Promise<T>): Promise<T> => {
  verifier = living(verifier);
  return inWorker(verifier, work);
};

/** Verifies a signed file in its worker. */
export const verifySigned = async (
  content: Blob,
  kind: 'p7s' | 'pdf',
  trust: TrustStore,
): Promise<Result<VerifiedSigner[], SignatureFault>> =>
  inVerifier(async (service) => service.verify(content, kind, trust, clock.now()));

/** What a PDF, or what a P7S envelops, claims of PDF/A. */
export const readPdfAClaim = async (
  file: Blob,
  kind: 'p7s' | 'pdf',
): Promise<Result<PdfAClaim, PdfReadFault> | undefined> =>
  inVerifier(async (service) => service.claimOf(file, kind));

/** Width and height of every page of a PDF as it is shown, in points. */
export const readPages = async (
  pdf: Blob,
): Promise<Result<{ width: number; height: number }[], PdfReadFault>> =>
  inVerifier(async (service) => service.pagesOf(pdf));

/** What a P7S envelops; nothing where it is detached, or none. */
export const contentOf = async (p7s: Blob): Promise<Blob | undefined> => {
  const content = await inVerifier(async (service) => service.contentOf(p7s));
  return content && new Blob([content]);
};

/** Of its own, so that ending it stops an examination and nothing else. */
let examiner: Life | undefined;
let previous: Promise<unknown> = Promise.resolve();

interface ExaminationOptions {
  /** What a detached P7S signs. */
  content?: Blob;
  /** Ends the examination. */
  signal?: AbortSignal;
}

/**
 * Finds out everything about a signed file, by what is trusted now; one file after another. Throws `signal.reason` where
 * it was ended.
 */
export const examine = (
  file: Blob,
  kind: 'p7s' | 'pdf',
  options: ExaminationOptions = {},
): Promise<FileReport> => {
  const report = previous.then(() => examineNow(file, kind, options));
  previous = report.catch(() => undefined);
  return report;
};

const examineNow = async (
  file: Blob,
  kind: 'p7s' | 'pdf',
  { content, signal }: ExaminationOptions,
): Promise<FileReport> => {
  const trust = await trustOf();
  signal?.throwIfAborted();
  const life = living(examiner);
  examiner = life;
  const stop = () => life.end.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  return inWorker(life, async (service) =>
    service.examine(file, kind, content, trust, clock.now()),
  ).finally(() => signal?.removeEventListener('abort', stop));
};

/** Verifies, in its worker, what another program made of a file. */
export const verifyElsewhere = async (
  original: Blob,
  signed: Blob,
  trust: TrustStore,
): Promise<Result<VerifiedSigner[], ElsewhereFault>> =>
  inVerifier(async (service) => service.verifyElsewhere(original, signed, trust, clock.now()));

/** Verifies in its worker that a file is another program's signature of the original, and gives it without that. */
export const verifyDetached = async (
  original: Blob,
  signed: Blob,
): Promise<Result<DetachedElsewhere, ElsewhereFault>> => {
  const trust = await trustOf();
  return inVerifier(async (service) =>
    service.verifyDetached(original, signed, trust, clock.now()),
  );
};
