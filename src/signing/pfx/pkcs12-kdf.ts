import type { CHash } from '@noble/hashes/utils.js';
import { type Bytes, concat } from '../../base/bytes.ts';

/** What the derived octets are for (RFC 7292 appendix B.3). */
const PURPOSE = { key: 1, iv: 2, mac: 3 };

/** `text` repeated up to a multiple of the hash's block. */
const fill = (text: Uint8Array, block: number): Bytes => {
  const size = block * Math.ceil(text.length / block);
  return Uint8Array.from({ length: size }, (_, i) => text[i % text.length] ?? 0);
};

/** Adds `addend` + 1 to every block of the input, each a big-endian number (step 6.C). */
const addToBlocks = (input: Bytes, addend: Bytes): void => {
  for (let block = 0; block < input.length; block += addend.length) {
    let carry = 1;
    for (let i = addend.length - 1; i >= 0; i--) {
      carry += (input[block + i] ?? 0) + (addend[i] ?? 0);
      input[block + i] = carry;
      carry >>>= 8;
    }
  }
};

/**
 * Derives `size` bytes from a password in the form `Password.bmp` (RFC 7292 appendix B.2). WebCrypto does not know this
 * derivation: it runs in script, for seconds where there are many rounds.
 */
export const pkcs12Kdf = (
  hash: CHash,
  password: Bytes,
  { salt, rounds }: { salt: Bytes; rounds: number },
  purpose: keyof typeof PURPOSE,
  size: number,
): Bytes => {
  const { blockLen, outputLen } = hash;
  const diversifier = new Uint8Array(blockLen).fill(PURPOSE[purpose]);
  const input = concat(fill(salt, blockLen), fill(password, blockLen));
  const output = new Uint8Array(Math.ceil(size / outputLen) * outputLen);
  for (let at = 0; at < size; at += outputLen) {
    let digest = hash(concat(diversifier, input));
    for (let round = 1; round < rounds; round++) digest = hash(digest);
    output.set(digest, at);
    addToBlocks(input, fill(digest, blockLen).subarray(0, blockLen));
  }
  return output.subarray(0, size);
};
