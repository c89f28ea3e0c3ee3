import { expect, it } from 'vitest';
import { type Bytes, sameBytes } from '../base/bytes.ts';
import { unwrapKey, wrapKey } from '../base/key-wrap.ts';
import { readCertificate } from './certificate/certificate.ts';
import { signAttached, signDetachedForPdf } from './cms/sign.ts';
import { makeSigningKeys } from './cms/signing-keys.ts';
import { verifyP7s, verifySignedData } from './cms/verify.ts';
import { openPfx } from './pfx/open.ts';
import { writePfx } from './pfx/write.ts';

const fixture = async (path: string): Promise<Bytes> => {
  const response = await fetch(`/test/fixtures/icp/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const NOW = Date.UTC(2030, 0, 1);
const trust = {
  anchors: [await fixture('certs/raiz.der'), await fixture('certs/raizec.der')],
  intermediates: [await fixture('certs/ac1.der'), await fixture('certs/ac2.der')],
};

it.each([
  'modern',
  'legacy-rc2',
  'legacy-2des',
  'legacy-rc2-128',
  'aes128',
  'aes192-mac512',
  'pbes2-3des',
  'java-prf-sha224',
  'java-prf-sha512',
  'bouncycastle',
  'nomac',
])('opens %s.pfx in the browser', async (name) => {
  const opened = await openPfx(await fixture(`pfx/${name}.pfx`), 'senha123');
  expect(opened).toMatchObject({
    ok: true,
    value: { identities: [{ certificate: { holder: { cpf: '12345678909' } } }] },
  });
});

it('opens a PFX of an EC key and one with an empty password', async () => {
  const ec = await openPfx(await fixture('pfx/ecp256-legacy.pfx'), 'senha123');
  expect(ec).toMatchObject({ ok: true });
  expect(await openPfx(await fixture('pfx/empty-pass.pfx'), '')).toMatchObject({ ok: true });
});

it.each(['ecpf', 'ecpf4096', 'ecp256'])('signs and verifies with %s', async (name) => {
  const certificate = readCertificate(await fixture(`certs/${name}.der`));
  if (!certificate) throw new Error('no certificate');
  const keys = await makeSigningKeys(await fixture(`keys/${name}.pk8`), certificate);
  const content = new Uint8Array(100_000).fill(66);
  const blob = await signAttached(new Blob([content]), keys, [], { now: NOW, level: 'AD-RB' });
  const verified = await verifyP7s(new Uint8Array(await blob.arrayBuffer()), trust, NOW);
  expect(verified.ok && sameBytes(verified.value.content, content)).toBe(true);
  const cms = await signDetachedForPdf(content, keys, [], { now: NOW, level: 'AD-RB' });
  expect(await verifySignedData(cms, trust, { content, now: NOW })).toMatchObject({ ok: true });
  await expect(crypto.subtle.exportKey('pkcs8', keys.keys['SHA-256'])).rejects.toThrow();
});

it.each(['attached', 'streamed', 'pss', 'ec-p384'])('verifies %s.p7s of openssl', async (name) => {
  const file = await fixture(`cms/${name}.p7s`);
  expect(await verifyP7s(file, trust, NOW)).toMatchObject({ ok: true });
});

it('refuses a P7S over SHA-1, which the browser could compute', async () => {
  const file = await fixture('cms/sha1.p7s');
  expect(await verifyP7s(file, trust, NOW)).toEqual({ ok: false, error: 'weak-algorithm' });
});

it('writes a PFX, and wraps a key under a passphrase', async () => {
  const pkcs8 = await fixture('keys/ecpf.pk8');
  const file = await writePfx(pkcs8, [await fixture('certs/ecpf.der')], 'senha123', 'legacy');
  expect(await openPfx(file, 'senha123')).toMatchObject({ ok: true });
  expect(await unwrapKey(await wrapKey(pkcs8, 'frase'), 'frase')).toEqual({
    ok: true,
    value: pkcs8,
  });
});
