import { expect, it } from 'vitest';
import { icpCertificate, icpChain, icpFile } from '../../../test/support/icp.ts';
import { toHex } from '../../base/bytes.ts';
import { openPfx } from './open.ts';
import { writePfx } from './write.ts';

it.each(['legacy', 'modern'] as const)('writes a %s PFX that opens again', async (recipe) => {
  const { der } = await icpCertificate('ecpf-ps');
  const pkcs8 = await icpFile('keys/ecpf-ps.pk8');
  const file = await writePfx(pkcs8, [der, ...icpChain], 'çãoÉ-senha', recipe);
  const opened = await openPfx(file, 'çãoÉ-senha');
  expect(opened).toMatchObject({
    ok: true,
    value: { certificate: { holder: { name: 'MARIA DE SOUZA' } }, integrity: 'verified' },
  });
  expect(opened.ok && toHex(opened.value.pkcs8)).toBe(toHex(pkcs8));
  expect(opened.ok && opened.value.chain.map(toHex)).toEqual(icpChain.map(toHex));
  expect(await openPfx(file, 'outra')).toEqual({ ok: false, error: 'wrong-password' });
});
