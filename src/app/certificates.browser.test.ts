import { afterEach, beforeAll, expect, it } from 'vitest';
import { goneFile } from '../../test/support/gone-file.ts';
import { certificates, importPfx, lock, stopOpening } from './certificates.ts';
import { forgetKeys } from './signing/signing-client.ts';
import { ambientesFromGateway, key } from './state.ts';

const pfx = async (name: string): Promise<Blob> =>
  (await fetch(`/test/fixtures/icp/pfx/${name}.pfx`)).blob();

beforeAll(() => {
  // As under a gateway, whose worker carries its own policy: there is no service worker to wait for.
  ambientesFromGateway.value = true;
});
afterEach(lock);

it('says that a PFX cannot be read where it was taken away since it was chosen', async () => {
  const opened = await importPfx(await goneFile('joao.pfx'), 'senha123');
  expect(opened).toEqual({ ok: false, error: 'unreadable' });
});

it('opens no certificate whose opening was stopped while it was being kept', async () => {
  const unsubscribe = certificates.subscribe((known) => {
    if (known.length > 0) stopOpening();
  });
  const opened = await importPfx(await pfx('modern'), 'senha123');
  unsubscribe();
  expect(opened).toEqual({ ok: false, error: 'stopped' });
  expect(key.value.kind).toBe('locked');
});

it('stands as locked once the worker with its key has ended, whatever ended it', async () => {
  await importPfx(await pfx('modern'), 'senha123');
  expect(key.value.kind).toBe('unlocked');
  forgetKeys();
  expect(key.value.kind).toBe('locked');
});
