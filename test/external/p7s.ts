import { type Bytes, bytesOf } from '../../src/base/bytes.ts';
import { signAttached, signDetached } from '../../src/signing/cms/sign.ts';
import type { SigningOptions } from '../../src/signing/cms/signer-info.ts';
import { keep } from './scratch.ts';
import type { SignedCms } from './signed-cms.ts';
import { curve, joao, PEOPLE, type Person } from './signers.ts';

const NOW = Date.now();

interface Content {
  size: string;
  bytes: Bytes;
  path: string;
}

/** Bytes that hold every value and repeat late: a part left out or doubled cannot go unseen. */
const contentOf = (size: string, length: number): Content => {
  const bytes = new Uint8Array(length);
  for (let i = 0, state = 1; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return { size, bytes, path: keep(`content-${length}`, bytes) };
};

interface Kind {
  person: Person;
  hash: 'SHA-256' | 'SHA-512';
  level: SigningOptions['level'];
  detached: boolean;
}

const KINDS: Kind[] = PEOPLE.flatMap((person) =>
  (['SHA-256', 'SHA-512'] as const).flatMap((hash) =>
    (['BES', 'AD-RB'] as const).flatMap((level) =>
      [false, true].map((detached) => ({ person, hash, level, detached })),
    ),
  ),
);

const sign = async (kind: Kind, { bytes, path, size }: Content): Promise<SignedCms> => {
  const { person, hash, level, detached } = kind;
  const title = `${detached ? 'detached' : 'attached'} P7S of ${size}, ${person.name}, ${hash}, ${level}`;
  const options = { now: NOW, level, hash };
  const content = new Blob([bytes]);
  const signed = detached
    ? await signDetached(content, person.keys, person.chain, options)
    : await bytesOf(await signAttached(content, person.keys, person.chain, options));
  const file = keep(title.replaceAll(/\W+/g, '-'), signed);
  return { title, path: file, content: path, detached, signers: 1, counterSigners: 0, cades: true };
};

/** P7S of every kind with one signer, written to files. */
export const makeP7s = async (): Promise<SignedCms[]> => {
  const files: SignedCms[] = [];
  for (const content of [contentOf('1 KB', 1_000), contentOf('1 MB', 1_000_000)]) {
    for (const kind of KINDS) files.push(await sign(kind, content));
  }
  const huge = contentOf('100 MB', 100_000_000);
  files.push(
    await sign({ person: joao, hash: 'SHA-256', level: 'AD-RB', detached: false }, huge),
    await sign({ person: curve, hash: 'SHA-512', level: 'BES', detached: false }, huge),
    await sign({ person: joao, hash: 'SHA-512', level: 'AD-RB', detached: true }, huge),
  );
  return files;
};
