import { afterEach, beforeAll, expect, it } from 'vitest';
import { ambientesFromGateway } from '../state.ts';
import { forgetKeys, inSigningWorker, KeyForgottenError, workerSigner } from './signing-client.ts';

const PFX = new URL('../../../test/fixtures/icp/pfx/modern.pfx', import.meta.url);

const openKey = async () => {
  const file = new Uint8Array(await (await fetch(PFX)).arrayBuffer());
  const opened = await inSigningWorker(async (service) =>
    service.openPfx(file, 'senha123', Date.UTC(2030, 0, 1)),
  );
  if (!opened.ok || !('summary' in opened.value)) throw new Error('modern.pfx does not open');
  return workerSigner(opened.value.summary);
};

beforeAll(() => {
  // As under a gateway, whose worker carries its own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
});
afterEach(forgetKeys);

it('ends a signature that is under way when the key is locked', async () => {
  const signer = await openKey();
  const signing = signer.signP7s(new Blob([new Uint8Array(8_000_000)]));
  forgetKeys();
  await expect(signing).rejects.toBeInstanceOf(KeyForgottenError);
});

it('holds no key in the worker that comes after the lock', async () => {
  const signer = await openKey();
  expect((await signer.signP7s(new Blob(['texto']))).size).toBeGreaterThan(1000);
  forgetKeys();
  await expect(signer.signP7s(new Blob(['texto']))).rejects.toThrow('no key is open');
});

it('ends a worker that was locked before it had started', async () => {
  const wrapping = inSigningWorker((service) => service.wrap('frase'));
  forgetKeys();
  await expect(wrapping).rejects.toBeInstanceOf(KeyForgottenError);
});
