import { type Bytes, bytesOf, join, sameBytes } from '../bytes.ts';
import { err, ok, type Result } from '../result.ts';
import { crc32 } from './crc32.ts';
import { type DirectoryEntry, readDirectory, type UnzipFault } from './directory.ts';
import { hasDuplicates, isSafeName, MOST_BYTES, MOST_GROWTH } from './limits.ts';

/** A file in a ZIP that somebody else made. */
export interface PackedFile {
  /** Folders are divided by `/`; leads nowhere but below the folder it is unpacked in. */
  name: string;
  /** Bytes unpacked, as the directory says; no more and no fewer are given out. */
  size: number;
  /** Its bytes in pieces. Throws `UnzipError` where they are not what the directory says. */
  pieces(): AsyncGenerator<Bytes, void>;
}

/** What `pieces` throws. */
export class UnzipError extends Error {
  readonly fault: UnzipFault;

  constructor(fault: UnzipFault) {
    super(fault);
    this.fault = fault;
  }
}

// PKWARE APPNOTE 6.3 §4.3.7, §4.4.5.
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a ZIP by a stranger, folders left out. Before anything is unpacked it is held to the limits of D15: files,
 * bytes, growth, names, encryption; while it is unpacked, to what its directory says.
 */
export const openZip = async (zip: Blob): Promise<Result<PackedFile[], UnzipFault>> => {
  const directory = await readDirectory(zip);
  if (!directory.ok) return directory;
  const { entries, at } = directory.value;
  const fault = faultOf(entries, zip.size);
  if (fault) return err(fault);
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  const ends = new Map(inOrder.map((entry, index) => [entry, inOrder[index + 1]?.at ?? at]));
  const lieApart = inOrder.every((entry) => minimalEnd(entry) <= (ends.get(entry) ?? at));
  if (!lieApart) return err('damaged');
  return ok(
    entries
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => ({
        name: entry.name,
        size: entry.size,
        pieces: () => piecesOf(zip, entry, ends.get(entry) ?? at),
      })),
  );
};

/** The whole of a file in a ZIP. */
export const unpacked = async (file: PackedFile): Promise<Result<Bytes, UnzipFault>> => {
  const pieces: Bytes[] = [];
  try {
    for await (const piece of file.pieces()) pieces.push(piece);
  } catch (error) {
    if (error instanceof UnzipError) return err(error.fault);
    throw error;
  }
  return ok(join(pieces));
};

const faultOf = (entries: readonly DirectoryEntry[], zipBytes: number): UnzipFault | undefined => {
  const names = entries.map(({ name }) => name.replace(/\/$/, ''));
  if (!names.every(isSafeName) || hasDuplicates(names)) return 'unsafe-names';
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
  if (entries.some(({ method }) => method !== STORED && method !== DEFLATED)) return 'unsupported';
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  return bytes > MOST_BYTES || bytes > MOST_GROWTH * zipBytes ? 'too-large' : undefined;
};

const minimalEnd = ({ at, nameBytes, packed }: DirectoryEntry): number =>
  at + LOCAL_BYTES + nameBytes.length + packed;

async function* piecesOf(
  zip: Blob,
  entry: DirectoryEntry,
  mostEnd: number,
): AsyncGenerator<Bytes, void> {
  const start = await contentStart(zip, entry);
  const end = start + entry.packed;
  if (end > mostEnd) throw new UnzipError('damaged');
  let size = 0;
  let crc = 0;
  for await (const piece of inflated(zip.slice(start, end), entry.method)) {
    size += piece.length;
    if (size > entry.size) throw new UnzipError('damaged');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw new UnzipError('damaged');
}

/** Where the bytes of a file begin: behind its local header, which must name the same file. */
const contentStart = async (zip: Blob, { at, nameBytes }: DirectoryEntry): Promise<number> => {
  const nameAt = LOCAL_BYTES;
  const header = await bytesOf(zip.slice(at, at + nameAt + nameBytes.length));
  if (header.length < nameAt + nameBytes.length) throw new UnzipError('damaged');
  const view = new DataView(header.buffer);
  const fits = view.getUint32(0, true) === LOCAL && view.getUint16(26, true) === nameBytes.length;
  if (!fits || !sameBytes(header.subarray(nameAt), nameBytes)) throw new UnzipError('damaged');
  return at + header.length + view.getUint16(28, true);
};

async function* inflated(packed: Blob, method: number): AsyncGenerator<Bytes, void> {
  const stream: ReadableStream<Bytes> =
    method === STORED
      ? packed.stream()
      : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    // A disk that cannot be read throws a DOMException; anything else is what the data are not.
    throw error instanceof DOMException ? error : new UnzipError('damaged');
  } finally {
    // A reader that was left before the end frees what it has not read.
    await reader.cancel().catch(() => undefined);
  }
}
