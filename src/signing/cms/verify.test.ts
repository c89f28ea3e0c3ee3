import { expect, it } from 'vitest';
import { icpChain, icpFile, icpTrust } from '../../../test/support/icp.ts';
import { isSignedData } from './signed-data.ts';
import { verifyP7s, verifySignedData } from './verify.ts';

const NOW = Date.UTC(2030, 0, 1);
const content = await icpFile('content.txt');

it.each([
  'attached',
  'streamed',
  'keyid',
  'no-attributes',
  'no-signing-certificate',
  'sha512',
  'pss',
  'ec',
  'ec-p384',
])('accepts the attached P7S that openssl made: %s', async (name) => {
  const file = await icpFile(`cms/${name}.p7s`);
  expect(isSignedData(file)).toBe(true);
  expect(await verifyP7s(file, icpTrust, NOW)).toMatchObject({ ok: true, value: { content } });
});

it.each([
  ['detached', 'detached'],
  ['sha1', 'weak-algorithm'],
  ['rsa1024', 'weak-algorithm'],
  ['no-certificates', 'signer-certificate-missing'],
  ['leaf-only', 'chain-incomplete'],
  ['fake', 'chain-untrusted'],
  ['expired', 'certificate-expired'],
  ['badku', 'certificate-not-for-signing'],
])('refuses %s.p7s: %s', async (name, fault) => {
  const file = await icpFile(`cms/${name}.p7s`);
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: fault });
});

it('tells who signed and when', async () => {
  const outcome = await verifyP7s(await icpFile('cms/attached.p7s'), icpTrust, NOW);
  const signer = outcome.ok ? outcome.value.signers[0] : undefined;
  expect(signer?.certificate).toMatchObject({
    holder: { name: 'JOÃO DA CONCEIÇÃO', cpf: '12345678909' },
    issuer: 'AC EXEMPLO RFB v99 (FALSA)',
  });
  expect(signer?.signingTime).toBeGreaterThan(Date.UTC(2026, 0, 1));
});

it('tells every signer of a file, in the order of the file', async () => {
  const outcome = await verifyP7s(await icpFile('cms/two-signers.p7s'), icpTrust, NOW);
  const names = outcome.ok && outcome.value.signers.map((signer) => signer.certificate.holder.name);
  expect(names).toEqual(expect.arrayContaining(['JOÃO DA CONCEIÇÃO', 'JOAO CURVA']));
});

it('refuses a file of which one of two signatures does not hold', async () => {
  const file = await icpFile('cms/two-signers.p7s');
  // The last octets of the file belong to the last signature.
  file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
  expect(await verifyP7s(file, icpTrust, NOW)).toMatchObject({ error: 'signature-mismatch' });
});

it.each(['attached', 'streamed'])('notices one changed octet of the content: %s', async (name) => {
  const file = await icpFile(`cms/${name}.p7s`);
  const at = new TextDecoder('latin1').decode(file).indexOf('Linha 60 ');
  file[at] = 0x6c;
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'digest-mismatch' });
});

it('notices a changed content where there are no signed attributes', async () => {
  const file = await icpFile('cms/no-attributes.p7s');
  file[new TextDecoder('latin1').decode(file).indexOf('Linha 60 ')] = 0x6c;
  expect(await verifyP7s(file, icpTrust, NOW)).toEqual({ ok: false, error: 'signature-mismatch' });
});

it('verifies a detached signature against the content it is given', async () => {
  const file = await icpFile('cms/detached.p7s');
  const of = (bytes: typeof content) =>
    verifySignedData(file, icpTrust, { content: bytes, now: NOW });
  expect(await of(content)).toMatchObject({ ok: true, value: { content } });
  expect(await of(content.slice(1))).toEqual({ ok: false, error: 'digest-mismatch' });
});

it('takes a missing intermediate from the trust store', async () => {
  const trust = { ...icpTrust, intermediates: icpChain };
  expect(await verifyP7s(await icpFile('cms/leaf-only.p7s'), trust, NOW)).toMatchObject({
    ok: true,
  });
});

it('trusts nothing without an anchor', async () => {
  const trust = { anchors: [], intermediates: [] };
  const outcome = await verifyP7s(await icpFile('cms/attached.p7s'), trust, NOW);
  expect(outcome).toEqual({ ok: false, error: 'chain-incomplete' });
});

it('checks validity at the time given where no signing-time is claimed', async () => {
  const file = await icpFile('cms/no-attributes.p7s');
  const at = (now: number) => verifyP7s(file, icpTrust, now);
  expect(await at(Date.UTC(2020, 0, 1))).toMatchObject({ error: 'certificate-not-yet-valid' });
  expect(await at(Date.UTC(2080, 0, 1))).toMatchObject({ error: 'certificate-expired' });
});

it('calls nothing else a SignedData', async () => {
  const file = await icpFile('cms/attached.p7s');
  const cut = file.slice(0, file.length - 1);
  const longer = new Uint8Array([...file, 0]);
  const data = await icpFile('cms/data-only.cms');
  for (const bytes of [cut, longer, data, content, new Uint8Array(0)]) {
    expect(await verifyP7s(bytes, icpTrust, NOW)).toEqual({ ok: false, error: 'not-signed-data' });
  }
  for (const bytes of [data, content, new Uint8Array(0)]) expect(isSignedData(bytes)).toBe(false);
});

it('survives any single damaged octet outside the content', async () => {
  const file = await icpFile('cms/ec-p384.p7s');
  const start = new TextDecoder('latin1').decode(file).lastIndexOf('Linha 120');
  for (let at = start + 80; at < file.length; at += 7) {
    const damaged = file.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    // Either refused by its code or harmless; never an exception.
    expect(await verifyP7s(damaged, icpTrust, NOW)).toHaveProperty('ok');
  }
});
