import { type Bytes, concat, utf8 } from '../../base/bytes.ts';

/** A file in a ZIP, but for its bytes. `crc`: CRC-32 of them. */
export interface ZipEntry {
  name: string;
  /** Bytes. */
  size: number;
  crc: number;
}

// One ZIP only can be made of the same files in the same order: stored, every instant 1980-01-01 00:00, no extra
// fields, no comments, no data descriptors (PKWARE APPNOTE 6.3 §4.3, §4.4).
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names in UTF-8 (§4.4.4, bit 11). */
const UTF8_NAMES = 1 << 11;
const STORED = 0;
const MIDNIGHT = 0;
const FIRST_DAY = (1 << 5) | 1;

/** Bytes of the end record (§4.3.16), without a comment. */
export const END_BYTES = 22;
/** Bytes of a central entry (§4.3.12) before its name. */
export const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

type Field = readonly [bytes: 2 | 4, value: number];

const fields = (...list: Field[]): Bytes => {
  const bytes = new Uint8Array(list.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of list) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
};

/** What a local header and a central entry say alike. */
const shared = ({ size, crc }: ZipEntry, name: Bytes): Field[] => [
  [2, VERSION],
  [2, UTF8_NAMES],
  [2, STORED],
  [2, MIDNIGHT],
  [2, FIRST_DAY],
  [4, crc],
  [4, size],
  [4, size],
  [2, name.length],
  [2, 0],
];

/** The header before a file's bytes (§4.3.7). */
export const localHeader = (entry: ZipEntry): Bytes => {
  const name = utf8(entry.name);
  return concat(fields([4, LOCAL], ...shared(entry, name)), name);
};

/** The entry of a file in the directory at the end (§4.3.12); `offset`: where its local header begins. */
export const centralEntry = (entry: ZipEntry, offset: number): Bytes => {
  const name = utf8(entry.name);
  const rest = fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
  return concat(fields([4, CENTRAL], [2, VERSION], ...shared(entry, name)), rest, name);
};

/** The last bytes of a ZIP (§4.3.16). */
export const endRecord = (count: number, directoryBytes: number, offset: number): Bytes =>
  fields(
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directoryBytes],
    [4, offset],
    [2, 0],
  );

/** The directory of files that follow each other from the first byte on, and where it begins. */
export const directoryOf = (entries: readonly ZipEntry[]): { bytes: Bytes; offset: number } => {
  let offset = 0;
  const parts = entries.map((entry) => {
    const part = centralEntry(entry, offset);
    offset += LOCAL_BYTES + utf8(entry.name).length + entry.size;
    return part;
  });
  return { bytes: concat(...parts), offset };
};
