import { type Remote, transfer, wrap } from 'comlink';
import type { PdfAClaim } from '../../attachment/pdfa/types.ts';
import type { Bytes } from '../../base/bytes.ts';
import type { Result } from '../../base/result.ts';
import type { PdfReadFault } from '../../pdf/refusal.ts';
import type { SignatureFault, TrustStore, VerifiedSigner } from '../../signing/verification.ts';
import type { ElsewhereFault } from '../files-to-sign/signed-elsewhere.ts';
import { fenced } from '../offline.ts';
import { clock } from '../stores.ts';
import { ownScript } from '../trusted-types.ts';
import { VERIFYING_WORKER } from '../worker-addresses.ts';
import type { VerifyingService } from './verifying.worker.ts';

let service: Promise<Remote<VerifyingService>> | undefined;

const start = async (): Promise<Remote<VerifyingService>> => {
  await fenced();
  return wrap(new Worker(ownScript(VERIFYING_WORKER), { type: 'module', name: 'conferência' }));
};

/** Verifies a signed file in its worker. */
export const verifySigned = async (
  content: Blob,
  kind: 'p7s' | 'pdf',
  trust: TrustStore,
): Promise<Result<VerifiedSigner[], SignatureFault>> => {
  service ??= start();
  return (await service).verify(await handedOver(content), kind, trust, clock.now());
};

/** What a PDF claims of PDF/A, told by the same worker. */
export const readPdfAClaim = async (pdf: Blob): Promise<Result<PdfAClaim, PdfReadFault>> => {
  service ??= start();
  return (await service).claimOf(await handedOver(pdf));
};

const handedOver = async (content: Blob): Promise<Bytes> => {
  const bytes = new Uint8Array(await content.arrayBuffer());
  return transfer(bytes, [bytes.buffer]);
};

/** Verifies, in its worker, what another program made of a file. */
export const verifyElsewhere = async (
  original: Blob,
  signed: Blob,
  trust: TrustStore,
): Promise<Result<VerifiedSigner[], ElsewhereFault>> => {
  service ??= start();
  return (await service).verifyElsewhere(original, signed, trust, clock.now());
};
