import { type Bytes, sha256Hex, utf8 } from '../../src/base/bytes.ts';
import { canonicalJson } from '../../src/base/canonical-json.ts';
import { isJsonObject, parseJson } from '../../src/base/json.ts';
import { crc32 } from '../../src/base/zip/crc32.ts';
import { listedIn } from '../../src/receipt/dossier/manifest.ts';
import { readZip } from '../../src/receipt/dossier/read-zip.ts';
import { writeZip, type ZipMember } from '../../src/receipt/dossier/write-zip.ts';

/** A dossier in which one byte of one file is another. */
export interface Changed {
  /** The file, and the place of the byte in it. */
  member: string;
  at: number;
  /** Whether the ZIP was written anew around it, its check sums with it, or just the byte changed where it lay. */
  written: 'anew' | 'raw';
  zip: Bytes;
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
  zip: Bytes,
  count: number,
  seed: number,
): AsyncGenerator<Changed> {
  const members = await membersOf(zip);
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

/**
 * What somebody makes who knows the format: the dossier with one file replaced, and a manifest and a ZIP that agree with it.
 * Only its root hash tells.
 */
export const forged = async (zip: Bytes, name: string, content: Bytes): Promise<Bytes> => {
  const [manifest, ...others] = await membersOf(zip);
  const json = manifest && parseJson(await manifest.content.text());
  const listed = listedIn(json);
  if (!manifest || !isJsonObject(json) || !listed) throw new Error('no manifest');
  const sha256 = await sha256Hex(content);
  const members = listed.map((each) =>
    each.name === name ? { name, size: content.length, sha256 } : each,
  );
  const text = utf8(canonicalJson({ ...json, members }));
  const made = [
    memberOf(manifest.name, text),
    ...others.map((each) => (each.name === name ? memberOf(name, content) : each)),
  ];
  return new Uint8Array(await writeZip(made).arrayBuffer());
};

const memberOf = (name: string, bytes: Bytes): ZipMember => ({
  name,
  content: new Blob([bytes]),
  size: bytes.length,
  crc: crc32(bytes),
});

export const membersOf = async (zip: Bytes): Promise<ZipMember[]> => {
  const read = await readZip(new Blob([zip]));
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
