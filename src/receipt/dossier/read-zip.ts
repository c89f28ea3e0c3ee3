import { type Bytes, bytesOf, fromUtf8, sameBytes } from '../../base/bytes.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { hasDuplicates, isSafeName, MOST_BYTES, MOST_ENTRIES } from '../../base/zip/limits.ts';
import type { ZipMember } from './write-zip.ts';
import {
  CENTRAL_BYTES,
  directoryOf,
  END_BYTES,
  endRecord,
  localHeader,
  type ZipEntry,
} from './zip-format.ts';

/** Why a file is not taken for the ZIP of a dossier. */
export type ZipFault =
  | 'not-a-zip'
  /** More files or bytes than D15 allows. */
  | 'too-large'
  /** A name that leads elsewhere, or two that are one. */
  | 'unsafe-names'
  /** Something in it is compressed, encrypted, dated, commented, moved, or lies between the files. */
  | 'not-as-written';

/**
 * Reads a ZIP that is, but for the contents of its files, byte for byte what `writeZip` makes. Nothing is expanded: what is
 * compressed is refused. That the CRC-32 belong to the contents is left to who reads those.
 */
export const readZip = async (file: Blob): Promise<Result<ZipMember[], ZipFault>> => {
  if (file.size > MOST_BYTES) return err('too-large');
  const end = await bytesOf(file.slice(-END_BYTES));
  if (end.length < END_BYTES) return err('not-a-zip');
  const view = new DataView(end.buffer);
  const [count, size, offset] = [
    view.getUint16(10, true),
    view.getUint32(12, true),
    view.getUint32(16, true),
  ];
  if (!sameBytes(end, endRecord(count, size, offset)))
    return err((await startsLikeZip(file)) ? 'not-as-written' : 'not-a-zip');
  if (count > MOST_ENTRIES || size > MOST_ENTRIES * 1024) return err('too-large');
  if (offset + size + END_BYTES !== file.size) return err('not-as-written');
  const directory = await bytesOf(file.slice(offset, offset + size));
  const entries = readDirectory(directory, count);
  if (!entries || !sameAs(directoryOf(entries), directory, offset)) return err('not-as-written');
  const names = entries.map(({ name }) => name);
  if (!names.every(isSafeName) || hasDuplicates(names)) return err('unsafe-names');
  return readMembers(file, entries);
};

const startsLikeZip = async (file: Blob): Promise<boolean> =>
  fromUtf8(await bytesOf(file.slice(0, 2))) === 'PK';

const sameAs = (made: ReturnType<typeof directoryOf>, directory: Bytes, offset: number): boolean =>
  made.offset === offset && sameBytes(made.bytes, directory);

/** What a directory says of its files; whether it says it as it should is seen by writing it again. */
const readDirectory = (directory: Bytes, count: number): ZipEntry[] | undefined => {
  const view = new DataView(directory.buffer);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    const nameAt = at + CENTRAL_BYTES;
    if (nameAt > directory.length) return undefined;
    const end = nameAt + view.getUint16(at + 28, true);
    const name = fromUtf8(directory.subarray(nameAt, end));
    entries.push({ name, crc: view.getUint32(at + 16, true), size: view.getUint32(at + 20, true) });
    at = end;
  }
  return entries;
};

/** The files follow each other without a gap, each behind the header that it should have. */
const readMembers = async (
  file: Blob,
  entries: readonly ZipEntry[],
): Promise<Result<ZipMember[], ZipFault>> => {
  const members: ZipMember[] = [];
  let at = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    const contentAt = at + header.length;
    if (!sameBytes(await bytesOf(file.slice(at, contentAt)), header)) return err('not-as-written');
    at = contentAt + entry.size;
    members.push({ ...entry, content: file.slice(contentAt, at) });
  }
  return ok(members);
};
