import { createCipheriv } from 'node:crypto';
import { expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../base/bytes.ts';
import { type BlockCipher, cbcDecrypt, cbcEncrypt } from './block-cipher.ts';
import { tripleDes } from './des.ts';
import { rc2 } from './rc2.ts';

const encryptBlock = (cipher: BlockCipher, hex: string): string => {
  const view = new DataView(fromHex(hex).buffer);
  const block = Uint32Array.of(view.getUint32(0), view.getUint32(4));
  cipher.encrypt(block);
  const encrypted = [...block].map((word) => word.toString(16).padStart(8, '0')).join('');
  cipher.decrypt(block);
  expect([...block]).toEqual([view.getUint32(0), view.getUint32(4)]);
  return encrypted;
};

it.each([
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a7f0f79c384627bafb2', 128, '0000000000000000', '2269552ab0f85ca6'],
])('RC2 follows the vectors of RFC 2268 §5: key %s, %i bits', (key, bits, plain, encrypted) => {
  expect(encryptBlock(rc2(fromHex(key), bits), plain)).toBe(encrypted);
});

it('3DES with CBC equals the one of Node, whatever the length', () => {
  const key = fromHex('0123456789abcdeffedcba987654321089abcdef01234567');
  const iv = fromHex('f0e1d2c3b4a59687');
  for (let size = 0; size < 40; size++) {
    const plain = utf8('segredo da prefeitura municipal de teste!').slice(0, size);
    const theirs = createCipheriv('des-ede3-cbc', key, iv);
    const expected = Buffer.concat([theirs.update(plain), theirs.final()]).toString('hex');
    const encrypted = cbcEncrypt(tripleDes(key), iv, plain);
    expect(toHex(encrypted)).toBe(expected);
    expect(cbcDecrypt(tripleDes(key), iv, encrypted)).toEqual(plain);
  }
});

it('two keys are three with the first one again', () => {
  const two = fromHex('0123456789abcdeffedcba9876543210');
  const three = fromHex('0123456789abcdeffedcba98765432100123456789abcdef');
  const block = '1122334455667788';
  expect(encryptBlock(tripleDes(two), block)).toBe(encryptBlock(tripleDes(three), block));
});

it('a wrong key shows in the padding, and cut data too', () => {
  const [key, other] = [new Uint8Array(24).fill(1), new Uint8Array(24).fill(2)];
  const encrypted = cbcEncrypt(tripleDes(key), new Uint8Array(8), utf8('conteúdo'));
  expect(cbcDecrypt(tripleDes(other), new Uint8Array(8), encrypted)).toBeUndefined();
  expect(cbcDecrypt(tripleDes(key), new Uint8Array(8), encrypted.slice(1))).toBeUndefined();
});
