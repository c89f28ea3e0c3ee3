import { beforeAll, expect, it } from 'vitest';
import type { VerifyingService } from './signing/verifying.worker.ts';
import { ambientesFromGateway } from './state.ts';
import { VERIFYING_WORKER } from './worker-addresses.ts';
import { inWorker, livingWorker, startWorker, WorkerFailedError } from './worker-life.ts';

beforeAll(() => {
  // As under a gateway, whose worker carries its own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
});

const asks = (life: ReturnType<typeof startWorker<VerifyingService>>) =>
  inWorker(life, async (service) => service.pagesOf(new Blob(['x'])));

it('tells whoever waits that its script did not load, and starts anew for the next', async () => {
  const broken = startWorker<VerifyingService>('/no-such-worker.js', 'conferência');
  await expect(asks(broken)).rejects.toBeInstanceOf(WorkerFailedError);
  await expect(asks(broken)).rejects.toBeInstanceOf(WorkerFailedError);
  const next = livingWorker(broken, VERIFYING_WORKER, 'conferência');
  expect(await asks(next)).toEqual({ ok: false, error: 'not-a-pdf' });
  expect(livingWorker(next, VERIFYING_WORKER, 'conferência')).toBe(next);
  next.end.abort();
});

it('starts anew where it could not even begin', async () => {
  const broken = startWorker<VerifyingService>('http://[', 'conferência');
  await expect(asks(broken)).rejects.toThrow();
  expect(livingWorker(broken, VERIFYING_WORKER, 'conferência')).not.toBe(broken);
});
