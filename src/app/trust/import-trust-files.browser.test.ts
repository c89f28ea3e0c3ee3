import { expect, it } from 'vitest';
import { goneFile } from '../../../test/support/gone-file.ts';
import { importTrustFiles } from './import-trust-files.ts';

it('names the file that was taken away since it was chosen, and takes the others', async () => {
  const files = [await goneFile('lista.crl'), new File(['x'], 'x.txt')];
  expect(await importTrustFiles(files)).toEqual([
    { name: 'lista.crl', outcome: { ok: false, error: 'unreadable' } },
    { name: 'x.txt', outcome: { ok: false, error: 'not-published' } },
  ]);
});
