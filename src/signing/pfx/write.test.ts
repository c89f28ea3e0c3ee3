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
    value: {
      identities: [{ certificate: { holder: { name: 'MARIA DE SOUZA' } } }],
      integrity: 'verified',
    },
  });
  const identity = opened.ok ? opened.value.identities[0] : undefined;
  expect(identity && toHex(identity.pkcs8)).toBe(toHex(pkcs8));
  expect(identity?.chain.map(toHex)).toEqual(icpChain.map(toHex));
  expect(await openPfx(file, 'outra')).toEqual({ ok: false, error: 'wrong-password' });
});

it("tells the person's certificate by the key, whatever stands first", async () => {
  const { der } = await icpCertificate('ecpf');
  const others = [...icpChain, (await icpCertificate('ecpf-ps')).der];
  const pkcs8 = await icpFile('keys/ecpf.pk8');
  const opened = await openPfx(await writePfx(pkcs8, [...others, der], 's', 'modern'), 's');
  expect(opened.ok && opened.value.identities.map((each) => toHex(each.certificate.der))).toEqual([
    toHex(der),
  ]);
  const without = await openPfx(await writePfx(pkcs8, others, 's', 'modern'), 's');
  expect(without).toEqual({ ok: false, error: 'no-certificate' });
});
