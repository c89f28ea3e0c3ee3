import { type Bytes, fromHex } from '../../base/bytes.ts';
import type { BlockCipher } from './block-cipher.ts';

// RFC 2268 §2
const PITABLE = fromHex(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
);

/** The 64 words of key material (RFC 2268 §2). */
const expandKey = (key: Bytes, effectiveBits: number): Uint16Array => {
  const pi = (index: number): number => PITABLE[index & 0xff] ?? 0;
  const octets = new Uint8Array(128);
  const octet = (index: number): number => octets[index] ?? 0;
  octets.set(key);
  for (let i = key.length; i < 128; i++) octets[i] = pi(octet(i - 1) + octet(i - key.length));
  const effective = Math.ceil(effectiveBits / 8);
  octets[128 - effective] = pi(octet(128 - effective) & (0xff >> (8 * effective - effectiveBits)));
  for (let i = 127 - effective; i >= 0; i--) octets[i] = pi(octet(i + 1) ^ octet(i + effective));
  return Uint16Array.from({ length: 64 }, (_, i) => octet(2 * i) | (octet(2 * i + 1) << 8));
};

const ROTATIONS = [1, 2, 3, 5];
const swapOctets = (word: number): number => ((word & 0xff) << 8) | (word >>> 8);

/** RC2 counts in 16-bit words, lowest octet first. */
const load = (block: Uint32Array): Uint16Array => {
  const [high = 0, low = 0] = block;
  return Uint16Array.of(high >>> 16, high, low >>> 16, low).map(swapOctets);
};

const store = (words: Uint16Array, block: Uint32Array): void => {
  const [a = 0, b = 0, c = 0, d = 0] = words.map(swapOctets);
  block[0] = (a << 16) | b;
  block[1] = (c << 16) | d;
};

/** RC2 with a key of up to 128 bytes of which `effectiveBits` count (RFC 2268). */
export const rc2 = (key: Bytes, effectiveBits: number): BlockCipher => {
  const material = expandKey(key, effectiveBits);
  const word = (words: Uint16Array, index: number): number => words[index & 3] ?? 0;
  const keyWord = (index: number): number => material[index] ?? 0;
  /** What a mixing step adds to word `i`, the step's key word apart. */
  const mixture = (words: Uint16Array, i: number): number =>
    (word(words, i - 1) & word(words, i - 2)) + (~word(words, i - 1) & word(words, i - 3));
  // Five rounds of mixing, a mash, six of mixing, a mash, five of mixing (RFC 2268 §3.3).
  const mashAfter = (round: number): boolean => round === 4 || round === 10;

  const encrypt = (block: Uint32Array): void => {
    const words = load(block);
    for (let round = 0; round < 16; round++) {
      for (let i = 0; i < 4; i++) {
        const sum = (word(words, i) + keyWord(4 * round + i) + mixture(words, i)) & 0xffff;
        const by = ROTATIONS[i] ?? 0;
        words[i] = (sum << by) | (sum >>> (16 - by));
      }
      if (!mashAfter(round)) continue;
      for (let i = 0; i < 4; i++) words[i] = word(words, i) + keyWord(word(words, i - 1) & 63);
    }
    store(words, block);
  };

  const decrypt = (block: Uint32Array): void => {
    const words = load(block);
    for (let round = 15; round >= 0; round--) {
      if (mashAfter(round)) {
        for (let i = 3; i >= 0; i--) words[i] = word(words, i) - keyWord(word(words, i - 1) & 63);
      }
      for (let i = 3; i >= 0; i--) {
        const by = ROTATIONS[i] ?? 0;
        const turned = (word(words, i) >>> by) | (word(words, i) << (16 - by));
        words[i] = turned - keyWord(4 * round + i) - mixture(words, i);
      }
    }
    store(words, block);
  };

  return { encrypt, decrypt };
};
