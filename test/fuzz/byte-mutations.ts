import fc from 'fast-check';
import { type Bytes, concat } from '../../src/base/bytes.ts';

/** Makes another input of one; never changes the bytes it is given. */
export type Mutation = (bytes: Bytes) => Bytes;

/** Points anywhere into bytes, whatever their length. */
export const place = fc.noBias(fc.nat()).map((n) => (length: number) => n % Math.max(1, length));

const LONGEST_PIECE = 200;
const piece = fc.tuple(place, fc.integer({ min: 1, max: LONGEST_PIECE }));
const octet = fc.oneof(fc.constantFrom(0x00, 0x7f, 0x80, 0xff), fc.nat(0xff));

const splice = (bytes: Bytes, at: number, removed: number, added: Uint8Array): Bytes =>
  concat(bytes.subarray(0, at), added, bytes.subarray(at + removed));

const change = fc.tuple(place, octet).map(([at, value]) => (bytes: Bytes) => {
  const changed = bytes.slice();
  changed[at(bytes.length)] = value;
  return changed;
});

const flip = fc.tuple(place, fc.nat(7)).map(([at, bit]) => (bytes: Bytes) => {
  const changed = bytes.slice();
  const i = at(bytes.length);
  changed[i] = (changed[i] ?? 0) ^ (1 << bit);
  return changed;
});

const truncate = place.map((at) => (bytes: Bytes) => bytes.slice(0, at(bytes.length)));

const insert = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 20 })).map(
  ([at, added]) =>
    (bytes: Bytes) =>
      splice(bytes, at(bytes.length), 0, added),
);

const remove = piece.map(
  ([at, length]) =>
    (bytes: Bytes) =>
      splice(bytes, at(bytes.length), length, new Uint8Array(0)),
);

/** A piece of the file, once more somewhere else. */
const repeat = fc
  .tuple(piece, place, fc.boolean())
  .map(([[from, length], to, over]) => (bytes: Bytes) => {
    const start = from(bytes.length);
    const copied = bytes.subarray(start, start + length);
    return splice(bytes, to(bytes.length), over ? copied.length : 0, copied);
  });

/** Damages that know nothing of the format. */
export const byteMutation: fc.Arbitrary<Mutation> = fc.oneof(
  change,
  flip,
  truncate,
  insert,
  remove,
  repeat,
);
