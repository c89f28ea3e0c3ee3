import { expect, it } from 'vitest';
import { icpFile } from '../../../test/support/icp.ts';
import { clearPfx, pbmac1 } from '../../../test/support/pfx.ts';
import { openPfx } from './open.ts';

const key = await icpFile('keys/ecpf.pk8');
const certificate = await icpFile('certs/ecpf.der');
const password = 'çãoÉ-senha';

const withMac = (mac: Omit<Parameters<typeof pbmac1>[0], 'password'>) =>
  clearPfx([key], [certificate], pbmac1({ password, ...mac }));

it.each([
  { prf: 'sha256', hmac: 'sha256', size: 32 },
  { prf: 'sha512', hmac: 'sha256', size: 32 },
  { prf: 'sha512', hmac: 'sha512', size: 64 },
  { prf: 'sha224', hmac: 'sha224', size: 28 },
] as const)('checks a MAC of RFC 9579: %j', async (mac) => {
  const file = withMac(mac);
  expect(await openPfx(file, password)).toMatchObject({
    ok: true,
    value: { integrity: 'verified' },
  });
  expect(await openPfx(file, 'outra')).toEqual({ ok: false, error: 'wrong-password' });
});

it('refuses a MAC whose key is too short to mean anything (RFC 9579 §5)', async () => {
  const file = withMac({ prf: 'sha256', hmac: 'sha256', size: 1 });
  expect(await openPfx(file, password)).toEqual({ ok: false, error: 'unsupported-algorithm' });
});
