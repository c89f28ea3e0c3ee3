import { type Bytes, bytesOf } from '../bytes.ts';
import { err, ok, type Result } from '../result.ts';
import { MOST_ENTRIES } from './limits.ts';
import { nameOf } from './names.ts';

/** Why a ZIP, or a file in it, is not unpacked. */
export type UnzipFault =
  | 'not-a-zip'
  /** Something in it is not as it says, or files lie over each other. */
  | 'damaged'
  /** More than 5,000 files. */
  | 'too-many-files'
  /** More than 2 GB, or more than a hundred times its own size. */
  | 'too-large'
  /** A name that leads elsewhere, or two that are one. */
  | 'unsafe-names'
  | 'encrypted'
  /** Packed in a way that we do not read: parts, another method than deflate. */
  | 'unsupported';

/** What the directory of a ZIP says of a file. */
export interface DirectoryEntry {
  name: string;
  nameBytes: Bytes;
  method: number;
  encrypted: boolean;
  crc: number;
  /** Bytes as packed, and unpacked. */
  packed: number;
  size: number;
  /** Where its local header begins. */
  at: number;
}

/** The directory at the end of a ZIP, in its order. `at`: where it begins. */
export interface Directory {
  entries: DirectoryEntry[];
  at: number;
}

// PKWARE APPNOTE 6.3 §4.3.12, §4.3.16.
const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const ENCRYPTED = 1 << 0;
const ZIP64 = 0x0001;
const SENTINEL = 0xffff_ffff;

const viewOf = (bytes: Bytes): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads the directory of a ZIP. What it says is not yet held against limits, nor against the files. */
export const readDirectory = async (zip: Blob): Promise<Result<Directory, UnzipFault>> => {
  const end = await endRecordOf(zip);
  if (!end) return err('not-a-zip');
  const [disk, count] = [end.getUint16(4, true), end.getUint16(10, true)];
  const [size, at] = [end.getUint32(12, true), end.getUint32(16, true)];
  if (disk !== 0 || end.getUint16(8, true) !== count || at === SENTINEL) return err('unsupported');
  if (count > MOST_ENTRIES || size > MOST_ENTRIES * 1024) return err('too-many-files');
  if (at + size > zip.size) return err('damaged');
  const entries = entriesOf(await bytesOf(zip.slice(at, at + size)), count);
  return entries ? ok({ entries, at }) : err('damaged');
};

/** The end record: the last one whose comment ends where the file does. */
const endRecordOf = async (zip: Blob): Promise<DataView | undefined> => {
  const tail = await bytesOf(zip.slice(Math.max(0, zip.size - END_BYTES - LONGEST_COMMENT)));
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    const ends = at + END_BYTES + view.getUint16(at + 20, true) === tail.length;
    if (ends && view.getUint32(at, true) === END) return viewOf(tail.subarray(at));
  }
  return undefined;
};

const entriesOf = (bytes: Bytes, count: number): DirectoryEntry[] | undefined => {
  const view = viewOf(bytes);
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    const nameAt = at + CENTRAL_BYTES;
    if (nameAt > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined;
    const extraAt = nameAt + view.getUint16(at + 28, true);
    const commentAt = extraAt + view.getUint16(at + 30, true);
    const next = commentAt + view.getUint16(at + 32, true);
    if (next > bytes.length) return undefined;
    const nameBytes = bytes.slice(nameAt, extraAt);
    const places = placesOf(
      [24, 20, 42].map((field) => view.getUint32(at + field, true)),
      bytes.subarray(extraAt, commentAt),
    );
    if (!places) return undefined;
    entries.push({
      name: nameOf(nameBytes),
      nameBytes,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      crc: view.getUint32(at + 16, true),
      ...places,
    });
    at = next;
  }
  return at === bytes.length ? entries : undefined;
};

/** Size, packed size and place; those that are all ones stand in the extra field of ZIP64, in this order (§4.5.3). */
const placesOf = (
  fields: number[],
  extra: Bytes,
): Pick<DirectoryEntry, 'size' | 'packed' | 'at'> | undefined => {
  const wide = wideFields(extra);
  const [size, packed, at] = fields.map((value) => (value === SENTINEL ? wide.shift() : value));
  if (size === undefined || packed === undefined || at === undefined) return undefined;
  return { size, packed, at };
};

const wideFields = (extra: Bytes): number[] => {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), extra.length - at - 4) / 8);
    return Array.from({ length: count }, (_, index) =>
      Number(view.getBigUint64(at + 4 + 8 * index, true)),
    );
  }
  return [];
};
