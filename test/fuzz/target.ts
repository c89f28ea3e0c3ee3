import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { Bytes } from '../../src/base/bytes.ts';
import { byteMutation, type Mutation } from './byte-mutations.ts';

/** Something of the product that reads the files of strangers. */
export interface Target {
  name: string;
  inputs: fc.Arbitrary<Bytes>;
  /** Reads one input. What it throws, the product should not have thrown. */
  read(input: Bytes): Promise<void>;
  /** Milliseconds that an input may take beyond what any may, because it asks for a long key derivation. */
  extraTime?(input: Bytes): number;
}

/** Every file of a folder of `test/fixtures` whose name ends so. */
export const fixtures = async (folder: string, ending = ''): Promise<Bytes[]> => {
  const url = new URL(`../fixtures/${folder}/`, import.meta.url);
  const names = (await readdir(url)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(names.map(async (name) => new Uint8Array(await readFile(new URL(name, url)))));
};

/** Real files with one to four damages, and now and then one made up from nothing. */
export const inputsFrom = (
  files: readonly Bytes[],
  mutation: fc.Arbitrary<Mutation>,
  strange: fc.Arbitrary<Bytes>,
): fc.Arbitrary<Bytes> => {
  const one = fc.oneof(mutation, byteMutation);
  // One damage goes deepest: of files with several, most are refused at the door.
  const mutations = fc.oneof(fc.tuple(one), fc.array(one, { minLength: 2, maxLength: 4 }));
  const damaged = fc
    .tuple(fc.constantFrom(...files), mutations)
    .map(([file, changes]) => changes.reduce<Bytes>((bytes, change) => change(bytes), file));
  return fc.oneof({ weight: 7, arbitrary: damaged }, { weight: 1, arbitrary: strange });
};
