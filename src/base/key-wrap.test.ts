import { expect, it } from 'vitest';
import { icpFile } from '../../test/support/icp.ts';
import { toHex } from './bytes.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';

it('gives the key back for the passphrase alone, however its letters are composed', async () => {
  const pkcs8 = await icpFile('keys/ecpf.pk8');
  const wrapped = await wrapKey(pkcs8, 'a frase da Conceição');
  expect(wrapped.rounds).toBeGreaterThanOrEqual(600_000);
  expect(toHex(wrapped.encrypted)).not.toContain(toHex(pkcs8.subarray(40, 60)));
  expect(await unwrapKey(wrapped, 'a frase da Conceição'.normalize('NFD'))).toEqual({
    ok: true,
    value: pkcs8,
  });
  const refused = { ok: false, error: 'wrong-passphrase' };
  expect(await unwrapKey(wrapped, 'a frase da conceição')).toEqual(refused);
  wrapped.encrypted[3] = (wrapped.encrypted[3] ?? 0) ^ 1;
  expect(await unwrapKey(wrapped, 'a frase da Conceição')).toEqual(refused);
});
