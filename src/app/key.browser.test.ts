import { afterEach, beforeAll, expect, it } from 'vitest';
import { goneFile } from '../../test/support/gone-file.ts';
import { certificates, loadCertificates } from './certificates.ts';
import { importPfx, lock, stopOpening } from './key.ts';
import { forgetKeys, lifeOfKeys } from './signing/signing-client.ts';
import { ambientesFromGateway, key } from './state.ts';
import { stores } from './stores.ts';

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

it('locks the open key where another window forgot its certificate', async () => {
  await importPfx(await pfx('modern'), 'senha123');
  await importPfx(await pfx('ecp256'), 'senha123');
  if (key.value.kind !== 'unlocked') throw new Error('ecp256.pfx does not open');
  await stores.certificates.remove(key.value.certificate.fingerprint);
  const life = lifeOfKeys();
  await loadCertificates();
  expect(life.aborted).toBe(true);
  const [left] = certificates.value;
  expect(certificates.value).toHaveLength(1);
  expect(key.value).toMatchObject({ kind: 'locked', certificate: left?.summary });
});
