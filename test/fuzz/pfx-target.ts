import type { Bytes } from '../../src/base/bytes.ts';
import { openPfx } from '../../src/signing/pfx/open.ts';
import { derMutation, strangeDer } from './der-mutations.ts';
import { fixtures, inputsFrom, type Target } from './target.ts';

/** A millisecond is the time of fifty rounds in script on a slow machine; they may be gone through a few times. */
const MS_PER_ROUND = 0.1;
/** The reader refuses more. */
const MOST_ROUNDS = 5_000_000;
const FEW_ROUNDS = 10_000;

/** The greatest INTEGER of two or three octets that could be a number of rounds, wherever it stands. */
const mostRounds = (file: Bytes): number => {
  let most = 0;
  for (let i = 0; i + 4 < file.length; i++) {
    if (file[i] !== 0x02) continue;
    const [size, a, b, c] = file.subarray(i + 1, i + 5);
    const two = ((a ?? 0) << 8) | (b ?? 0);
    const rounds = size === 2 ? two : size === 3 ? (two << 8) | (c ?? 0) : 0;
    if (rounds <= MOST_ROUNDS) most = Math.max(most, rounds);
  }
  return most;
};

/** One round of key derivation, so that the time goes into reading. */
const quick = await fixtures('fuzz', '.pfx');
const usual = (await fixtures('icp/pfx')).filter((file) => mostRounds(file) <= FEW_ROUNDS);

export const pfxReader: Target = {
  name: 'PFX reader',
  inputs: inputsFrom([...Array<Bytes[]>(50).fill(quick).flat(), ...usual], derMutation, strangeDer),
  read: async (input) => {
    await openPfx(input, 'senha123');
  },
  extraTime: (input) => Math.ceil(mostRounds(input) * MS_PER_ROUND),
};
