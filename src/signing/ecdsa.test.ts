import { expect, it } from 'vitest';
import type { Bytes } from '../base/bytes.ts';
import { DerError } from './der/reader.ts';
import { ecdsaFromDer, ecdsaToDer } from './ecdsa.ts';

const pair = Uint8Array.of(0x80, 1, 0, 7);

it('a signature is read as it is written', () => {
  expect(ecdsaFromDer(ecdsaToDer(pair), 2)).toEqual(pair);
});

it.each<[string, Bytes]>([
  ['another kind of value', Uint8Array.of(0x31, 6, 2, 1, 5, 2, 1, 7)],
  ['numbers of another kind', Uint8Array.of(0x30, 6, 4, 1, 5, 2, 1, 7)],
  ['a number too many', Uint8Array.of(0x30, 9, 2, 1, 5, 2, 1, 7, 2, 1, 1)],
  ['something after it', Uint8Array.of(0x30, 6, 2, 1, 5, 2, 1, 7, 0)],
  ['a leading zero too many', Uint8Array.of(0x30, 7, 2, 2, 0, 5, 2, 1, 7)],
  ['a negative number', Uint8Array.of(0x30, 6, 2, 1, 0x85, 2, 1, 7)],
  ['a number that is too great', Uint8Array.of(0x30, 8, 2, 3, 1, 0, 5, 2, 1, 7)],
  ['an empty number', Uint8Array.of(0x30, 5, 2, 0, 2, 1, 7)],
])('a signature has one way to be written: not with %s', (_, der) => {
  expect(() => ecdsaFromDer(der, 2)).toThrow(DerError);
});
