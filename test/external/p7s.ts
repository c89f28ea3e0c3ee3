import type { Bytes } from '../../src/base/bytes.ts';
import { signAttached } from '../../src/signing/cms/sign.ts';
import { keep } from './scratch.ts';
import type { SignedCms } from './signed-cms.ts';
import { joao, PEOPLE, type Person } from './signers.ts';

const NOW = Date.now();

interface Content {
  size: string;
  bytes: Bytes;
  path: string;
}

/** Bytes that hold every value and repeat late: a part left out or doubled cannot go unseen. */
const content = (size: string, length: number): Content => {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return { size, bytes, path: keep(`content-${length}`, bytes) };
};

const KILOBYTE = content('1 KB', 1_000);
const MEGABYTE = content('1 MB', 1_000_000);

const attached = async (person: Person, { bytes, path, size }: Content): Promise<SignedCms> => {
  const title = `an attached P7S of ${size} by ${person.kind}`;
  const signed = await signAttached(new Blob([bytes]), person.keys, person.chain, {
    now: NOW,
    level: 'BES',
  });
  const file = keep(title.replaceAll(' ', '-'), new Uint8Array(await signed.arrayBuffer()));
  return { title, path: file, content: path, signers: 1, counterSigners: 0, cades: true };
};

/** P7S of every kind the app makes, written to files. */
export const makeP7s = async (): Promise<SignedCms[]> => {
  const files: SignedCms[] = [];
  for (const person of PEOPLE) {
    for (const what of [KILOBYTE, MEGABYTE]) files.push(await attached(person, what));
  }
  files.push(await attached(joao, content('100 MB', 100_000_000)));
  return files;
};
