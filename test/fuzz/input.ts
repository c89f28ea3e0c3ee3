import fc from 'fast-check';
import type { Bytes } from '../../src/base/bytes.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';

/** The input of a run with this number, and who reads it: the same for the same seed, whatever else the run does. */
export const inputOf = (seed: number, index: number): { target: Target; bytes: Bytes } => {
  const target = targets[index % targets.length];
  if (!target) throw new Error('no targets');
  // Neighbouring seeds must not make neighbouring inputs.
  const own = Math.imul(seed ^ Math.imul(index, 0x9e37_79b1), 0x85eb_ca6b);
  const [bytes] = fc.sample(target.inputs, { seed: own, numRuns: 1 });
  return { target, bytes: bytes ?? new Uint8Array(0) };
};
