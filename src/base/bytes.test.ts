import { expect, it } from 'vitest';
import {
  concat,
  fromBase64Url,
  fromHex,
  fromUtf8,
  sameBytes,
  sha256Hex,
  toBase64Url,
  toHex,
  utf8,
} from './bytes.ts';

it('goes to hexadecimal and base64url and back', () => {
  const bytes = fromHex('00ff10fbef');
  expect(toHex(bytes)).toBe('00ff10fbef');
  expect(toBase64Url(bytes)).toBe('AP8Q--8');
  expect(sameBytes(fromBase64Url('AP8Q--8'), bytes)).toBe(true);
});

it('joins and decodes', () => {
  expect(fromUtf8(concat(utf8('ação '), utf8('única')))).toBe('ação única');
});

it('hashes bytes and blobs alike', async () => {
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await sha256Hex(utf8('abc'))).toBe(expected);
  expect(await sha256Hex(new Blob(['abc']))).toBe(expected);
});
