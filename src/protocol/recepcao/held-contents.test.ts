import { expect, it } from 'vitest';
import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { heldContents } from './held-contents.ts';

it('has at hand what a step brought, and asks for it to be kept until it is', async () => {
  const atRest = new Map([['old', new Blob(['old'])]]);
  const { blobs, unkept, kept } = heldContents({ get: async (sha256) => atRest.get(sha256) });
  const sha256 = await blobs.put(utf8('new'), 'application/pdf');
  expect(sha256).toBe(await sha256Hex(utf8('new')));
  expect(await (await blobs.get(sha256))?.text()).toBe('new');
  expect((await blobs.get(sha256))?.type).toBe('application/pdf');
  expect(await (await blobs.get('old'))?.text()).toBe('old');
  expect([...unkept().keys()]).toEqual([sha256]);
  kept();
  expect(unkept().size).toBe(0);
  expect(await blobs.get(sha256)).toBeDefined();
});
