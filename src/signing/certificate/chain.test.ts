import { expect, it } from 'vitest';
import { icpCertificate } from '../../../test/support/icp.ts';
import { findChain } from './chain.ts';

const NOW = Date.UTC(2030, 0, 1);
const several = (...names: string[]) => Promise.all(names.map(icpCertificate));

const [raiz, raizec] = await several('raiz', 'raizec');
const anchors = [raiz, raizec].filter((anchor) => anchor !== undefined);

const chainOf = async (leaf: string, above: string[], at = NOW) =>
  findChain(await icpCertificate(leaf), await several(...above), anchors, at);

it('finds the way from the leaf to the anchor, in whatever order the certificates come', async () => {
  const chain = await chainOf('ecpf', ['ac1', 'ecpf', 'raizec', 'ac2', 'raiz']);
  const names = chain.ok && chain.value.map((certificate) => certificate.holder.name);
  expect(names).toEqual([
    'JOÃO DA CONCEIÇÃO',
    'AC EXEMPLO RFB v99 (FALSA)',
    'AC Secretaria da Receita Federal do Brasil v99 (FALSA)',
    'Autoridade Certificadora Raiz Brasileira v99 (FALSA)',
  ]);
});

it('verifies RSA and EC chains alike', async () => {
  expect(await chainOf('ecp256', ['ac1', 'ac2'])).toMatchObject({ ok: true });
  expect(await chainOf('ecleaf', [])).toMatchObject({ ok: true });
});

it.each([
  ['a missing intermediate', 'ecpf', ['ac2'], 'chain-incomplete'],
  ['an impostor with the name of the root', 'fake', ['impostor'], 'chain-untrusted'],
  ['an impostor kept out of the file', 'fake', [], 'chain-untrusted'],
  [
    'one authority more than the path length allows',
    'deep',
    ['ac3', 'ac2', 'ac1'],
    'chain-untrusted',
  ],
  ['an issuer that is no authority', 'notca', ['viacpf', 'ac2', 'ac1'], 'chain-untrusted'],
  ['a signature with SHA-1', 'sha1leaf', ['ac2', 'ac1'], 'weak-algorithm'],
  ['an expired leaf', 'expired', ['ac2', 'ac1'], 'certificate-expired'],
  ['a leaf of the future', 'future', ['ac2', 'ac1'], 'certificate-not-yet-valid'],
])('refuses %s', async (_, leaf, above, fault) => {
  expect(await chainOf(leaf, above)).toEqual({ ok: false, error: fault });
});

it.each([
  ['is no authority', { isAuthority: false }],
  ['may not sign certificates', { keyUsage: (await icpCertificate('ecpf')).extensions.keyUsage }],
  ['has a critical extension nobody here understands', { unknownCritical: true }],
])('refuses an issuer that %s', async (_, changed) => {
  const ac2 = await icpCertificate('ac2');
  const issuer = { ...ac2, extensions: { ...ac2.extensions, ...changed } };
  const above = [issuer, await icpCertificate('ac1')];
  const chain = await findChain(await icpCertificate('ecpf'), above, anchors, NOW);
  expect(chain).toEqual({ ok: false, error: 'chain-untrusted' });
});

it('gives up on a crowd of authorities of one name', async () => {
  const ac2 = await icpCertificate('ac2');
  const crowd = Array.from({ length: 150 }, (_, i) => ({
    ...ac2,
    fingerprint: `${i}`,
    issuerName: ac2.subjectName,
  }));
  const chain = await findChain(await icpCertificate('ecpf'), crowd, anchors, NOW);
  expect(chain).toEqual({ ok: false, error: 'chain-incomplete' });
});

it('does not mind an impostor beside the true root', async () => {
  expect(await chainOf('ecpf', ['impostor', 'ac2', 'ac1'])).toMatchObject({ ok: true });
});

it('looks at the validity of every certificate at the time asked for', async () => {
  const inItsTime = Date.UTC(2020, 5, 1);
  // The leaf was valid then, its authorities were not yet made.
  expect(await chainOf('expired', ['ac2', 'ac1'], inItsTime)).toEqual({
    ok: false,
    error: 'certificate-not-yet-valid',
  });
});

it('notices one changed octet in what an authority signed', async () => {
  const leaf = await icpCertificate('ecpf');
  const data = leaf.signed.data.slice();
  data[200] = (data[200] ?? 0) ^ 1;
  const changed = { ...leaf, signed: { ...leaf.signed, data } };
  const chain = await findChain(changed, await several('ac2', 'ac1'), anchors, NOW);
  expect(chain).toEqual({ ok: false, error: 'chain-untrusted' });
});
