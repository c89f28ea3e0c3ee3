import { type Remote, transfer, wrap } from 'comlink';
import type { Result } from '../../base/result.ts';
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
  const bytes = new Uint8Array(await content.arrayBuffer());
  return (await service).verify(transfer(bytes, [bytes.buffer]), kind, trust, clock.now());
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
