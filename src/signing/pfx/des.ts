import type { Bytes } from '../../base/bytes.ts';
import type { BlockCipher } from './block-cipher.ts';

// FIPS 46-3, appendix 1. Bits are numbered from 1, the highest.
const S_BOXES = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];
const P = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13,
  30, 6, 22, 11, 4, 25,
];
const PC1_C = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60,
  52, 44, 36,
];
const PC1_D = [
  63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28,
  20, 12, 4,
];
const PC2 = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52,
  31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
const SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
const IP = [58, 60, 62, 64, 57, 59, 61, 63].flatMap((first) =>
  [0, 8, 16, 24, 32, 40, 48, 56].map((step) => first - step),
);
const INVERSE_IP = IP.map((_, i) => IP.indexOf(i + 1) + 1);

/** Each S-box with the permutation P after it: one look-up for every six bits. */
const SP = S_BOXES.map((box, index) =>
  Uint32Array.from({ length: 64 }, (_, input) => {
    const row = ((input >> 4) & 2) | (input & 1);
    const column = (input >> 1) & 15;
    const output = Number.parseInt(box.charAt(16 * row + column), 16) << (28 - 4 * index);
    return P.reduce((word, from, i) => word | (((output >>> (32 - from)) & 1) << (31 - i)), 0);
  }),
);

/** 32 bits of a 64-bit value, picked by their numbers. */
const pick = (numbers: readonly number[], high: number, low: number): number =>
  numbers.reduce((word, from) => {
    const bit = from <= 32 ? high >>> (32 - from) : low >>> (64 - from);
    return (word << 1) | (bit & 1);
  }, 0);

const permute = (table: readonly number[], block: Uint32Array): void => {
  const [high = 0, low = 0] = block;
  block[0] = pick(table.slice(0, 32), high, low);
  block[1] = pick(table.slice(32), high, low);
};

/** The 16 round keys, each as eight numbers of six bits. */
const roundKeys = (key: Bytes): Uint8Array[] => {
  const view = new DataView(key.buffer, key.byteOffset, 8);
  const [high, low] = [view.getUint32(0), view.getUint32(4)];
  let [c, d] = [pick(PC1_C, high, low), pick(PC1_D, high, low)];
  const rotated = (half: number, by: number) => ((half << by) | (half >>> (28 - by))) & 0xfffffff;
  return SHIFTS.map((shift) => {
    [c, d] = [rotated(c, shift), rotated(d, shift)];
    const bit = (from: number) => (from <= 28 ? c >>> (28 - from) : d >>> (56 - from)) & 1;
    return Uint8Array.from({ length: 8 }, (_, group) =>
      PC2.slice(6 * group, 6 * group + 6).reduce((bits, from) => (bits << 1) | bit(from), 0),
    );
  });
};

/** The 16 rounds without the outer permutations, which cancel out between the three passes of 3DES. */
const rounds = (keys: readonly Uint8Array[], block: Uint32Array): void => {
  let [left = 0, right = 0] = block;
  for (const key of keys) {
    let mixed = left;
    for (let group = 0; group < 8; group++) {
      // The expansion E: six neighbouring bits, beginning with the last of the group before.
      const turn = (4 * group + 31) & 31;
      const six = (((right << turn) | (right >>> (32 - turn))) >>> 26) ^ (key[group] ?? 0);
      mixed ^= SP[group]?.[six] ?? 0;
    }
    [left, right] = [right, mixed];
  }
  block[0] = right;
  block[1] = left;
};

/** Triple DES, encrypt-decrypt-encrypt, with a key of 24 bytes, or of 16 for two keys (NIST SP 800-67). */
export const tripleDes = (key: Bytes): BlockCipher => {
  const first = roundKeys(key.subarray(0, 8));
  const second = roundKeys(key.subarray(8, 16));
  const third = key.length > 16 ? roundKeys(key.subarray(16, 24)) : first;
  const passes = (schedules: readonly Uint8Array[][]) => (block: Uint32Array) => {
    permute(IP, block);
    for (const schedule of schedules) rounds(schedule, block);
    permute(INVERSE_IP, block);
  };
  return {
    encrypt: passes([first, second.toReversed(), third]),
    decrypt: passes([third.toReversed(), second, first.toReversed()]),
  };
};
