import { expect, it } from 'vitest';
import { goneFile } from '../../test/support/gone-file.ts';
import { importPfx } from './certificates.ts';

it('says that a PFX cannot be read where it was taken away since it was chosen', async () => {
  const opened = await importPfx(await goneFile('joao.pfx'), 'senha123');
  expect(opened).toEqual({ ok: false, error: 'unreadable' });
});
