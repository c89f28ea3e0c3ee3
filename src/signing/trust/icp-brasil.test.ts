import { expect, it } from 'vitest';
import { icpFile } from '../../../test/support/icp.ts';
import { verifySignature } from '../algorithm.ts';
import { readCertificates } from '../certificate/certificate.ts';
import { icpBrasilRoots } from './icp-brasil.ts';
import list from './icp-brasil-roots.json' with { type: 'json' };

const roots = readCertificates(icpBrasilRoots([]));

it('holds roots v5 and v12', () => {
  expect(roots.map(({ holder }) => holder.name)).toEqual([
    'Autoridade Certificadora Raiz Brasileira v5',
    'Autoridade Certificadora Raiz Brasileira v12',
  ]);
});

it.each(roots)('holds an authority that signed itself: $holder.name', async (root) => {
  const { algorithm, signature, data } = root.signed;
  expect(await verifySignature(root.publicKey, algorithm, signature, data)).toBe('valid');
  expect(root.subjectName).toEqual(root.issuerName);
  expect(root.extensions).toMatchObject({
    isAuthority: true,
    unknownCritical: false,
    keyUsage: { keyCertSign: true, cRLSign: true },
  });
});

it.each(roots)('says of it what its certificate says: $holder.name', (root) => {
  const told = list.roots.find(({ sha256 }) => sha256 === root.fingerprint);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  expect(told?.name).toBe(root.holder.name);
  expect([told?.from, told?.until]).toEqual([day(root.notBefore), day(root.notAfter)]);
});

it('takes no root that somebody brings unless its hash is pinned', async () => {
  const stranger = await icpFile('certs/raiz.der');
  expect(icpBrasilRoots([stranger])).toEqual(icpBrasilRoots([]));
  expect(icpBrasilRoots(icpBrasilRoots([]))).toEqual(icpBrasilRoots([]));
});
