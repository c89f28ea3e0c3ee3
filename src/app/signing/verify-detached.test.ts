import { expect, it } from 'vitest';
import { icpFile, icpTrust } from '../../../test/support/icp.ts';
import { utf8 } from '../../base/bytes.ts';
import { readSignedData } from '../../signing/cms/signed-data.ts';
import { verifyDetachedElsewhere } from './verify-detached.ts';

const NOW = Date.UTC(2030, 0, 1);
const content = await icpFile('content.txt');

const taken = async (name: string, original = content) =>
  verifyDetachedElsewhere(original, new Blob([await icpFile(name)]), icpTrust, NOW);

it('a signature without its document is taken as it is', async () => {
  const verified = await taken('cms/detached.p7s');
  expect(verified).toMatchObject({ ok: true, value: { p7s: await icpFile('cms/detached.p7s') } });
});

it.each(['attached', 'streamed', 'bouncycastle', 'two-signers'])(
  'of a P7S that holds the document (%s) the signatures remain, and verify',
  async (name) => {
    const verified = await taken(`cms/${name}.p7s`);
    if (!verified.ok) throw new Error(verified.error);
    const { p7s, signers } = verified.value;
    expect(readSignedData(p7s)?.content).toBeUndefined();
    expect(signers.length).toBe(name === 'two-signers' ? 2 : 1);
  },
);

it('a signature of another document is not taken, nor what is none', async () => {
  const other = utf8('outro');
  expect((await taken('cms/detached.p7s', other)).ok).toBe(false);
  expect(await taken('cms/attached.p7s', other)).toEqual({ ok: false, error: 'other-content' });
  expect(await taken('content.txt')).toEqual({ ok: false, error: 'not-signed-file' });
});
