import { crc32 } from '../../src/receipt/dossier/crc32.ts';
import { readZip } from '../../src/receipt/dossier/read-zip.ts';
import { writeZip, type ZipMember } from '../../src/receipt/dossier/write-zip.ts';

/** A dossier in which one byte of one file is another. */
export interface Changed {
  /** The file, and the place of the byte in it. */
  member: string;
  at: number;
  /** Whether the ZIP was written anew around it, its check sums with it, or just the byte changed where it lay. */
  written: 'anew' | 'raw';
  zip: Uint8Array<ArrayBuffer>;
}

/** A small generator (mulberry32), so that a seed gives the same changes each time. 0 to 1. */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** `count` dossiers with one byte changed, spread over all files of the ZIP. */
export const changesOf = async function* (
  zip: Uint8Array<ArrayBuffer>,
  count: number,
  seed: number,
): AsyncGenerator<Changed> {
  const read = await readZip(new Blob([zip]));
  if (!read.ok) throw new Error(read.error);
  const members = read.value;
  const random = randomFrom(seed);
  for (let made = 0; made < count; made++) {
    const place = made % members.length;
    const member = members[place];
    if (!member) throw new Error('an empty dossier');
    const at = Math.floor(random() * member.size);
    const bytes = new Uint8Array(await member.content.arrayBuffer());
    bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 255));
    const changed = { ...member, content: new Blob([bytes]) };
    const written = Math.floor(made / members.length) % 2 === 0 ? 'anew' : 'raw';
    const crc = written === 'anew' ? crc32(bytes) : member.crc;
    yield {
      member: member.name,
      ...{ at, written },
      zip: await zipWith(members, place, { ...changed, crc }),
    };
  }
};

const zipWith = async (members: readonly ZipMember[], place: number, changed: ZipMember) =>
  new Uint8Array(await writeZip(members.with(place, changed)).arrayBuffer());
