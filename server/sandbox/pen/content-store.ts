import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromBase64, toHex } from '../../../src/base/bytes.ts';
import { newId } from '../../../src/base/ids.ts';

/** `[inicio, fim)`, bytes. */
export interface Range {
  inicio: number;
  fim: number;
}

/** Received bytes that have no name yet. */
export interface Spooled {
  path: string;
  size: number;
}

/** A component being received: which trâmite's permit, its hash (base64), its bytes. */
interface Expected {
  ticket: number;
  hash: string;
  size: number;
}

type Outcome = 'whole' | 'parts-missing' | 'hash-differs';

/** Components by their SHA-256 on disk; none is ever held in memory whole. */
export interface ContentStore {
  /** Rejects, and keeps nothing, where the content breaks off. */
  spool(content: AsyncIterable<Uint8Array>): Promise<Spooled>;
  discard(spooled: Spooled): Promise<void>;
  keepPart(spooled: Spooled, range: Range, of: Expected): Promise<void>;
  /** Joins the parts that came; they are forgotten where all together do not give the hash. */
  complete(of: Expected): Promise<Outcome>;
  /** The base64 text of a slice, as it is read, and its length. */
  base64(hash: string, range: Range): { text: ReadableStream<Uint8Array>; size: number };
}

/** Of read and written pieces; a multiple of 3, so that base64 of pieces is base64 of the whole. */
const PIECE_BYTES = 3 * 2 ** 18;

const nameOf = (hash: string): string => toHex(fromBase64(hash));

async function* inBase64(pieces: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const all = Buffer.concat([rest, piece]);
    const whole = all.length - (all.length % 3);
    yield Buffer.from(all.subarray(0, whole).toString('base64'));
    rest = all.subarray(whole);
  }
  yield Buffer.from(rest.toString('base64'));
}

export const openContentStore = async (dataDir: string): Promise<ContentStore> => {
  const whole = `${dataDir}/pen-arquivos`;
  const partial = `${dataDir}/pen-partes`;
  await mkdir(whole, { recursive: true });
  await mkdir(partial, { recursive: true });
  const partsOf = ({ ticket, hash }: Expected) => `${partial}/${ticket}-${nameOf(hash)}`;

  const partsInOrder = async (folder: string): Promise<(Range & { path: string })[]> => {
    const names = await readdir(folder).catch(() => []);
    return names
      .map((name) => {
        const [inicio = 0, fim = 0] = name.split('-').map(Number);
        return { path: `${folder}/${name}`, inicio, fim };
      })
      .toSorted((a, b) => a.inicio - b.inicio || b.fim - a.fim);
  };

  /** From the beginning to the first gap; of parts that were cut in different sizes, what the former ones lack. */
  async function* joined(folder: string): AsyncGenerator<Buffer> {
    let at = 0;
    for (const { path, inicio, fim } of await partsInOrder(folder)) {
      if (inicio > at) return;
      if (fim <= at) continue;
      yield* createReadStream(path, { start: at - inicio, highWaterMark: PIECE_BYTES });
      at = fim;
    }
  }

  return {
    spool: async (content) => {
      const path = `${partial}/${newId()}.partial`;
      let size = 0;
      const counted = async function* () {
        for await (const chunk of content) {
          size += chunk.length;
          yield chunk;
        }
      };
      // Opened before: a stream that opens its file by itself may make it after it was removed.
      const file = await open(path, 'wx');
      try {
        await pipeline(counted, file.createWriteStream());
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
      return { path, size };
    },
    discard: ({ path }) => rm(path, { force: true }),
    keepPart: async ({ path }, { inicio, fim }, of) => {
      await mkdir(partsOf(of), { recursive: true });
      await rename(path, `${partsOf(of)}/${inicio}-${fim}`);
    },
    complete: async (of) => {
      const sha256 = createHash('sha256');
      let size = 0;
      const hashed = async function* () {
        for await (const piece of joined(partsOf(of))) {
          sha256.update(piece);
          size += piece.length;
          yield piece;
        }
      };
      const path = `${partial}/${newId()}.partial`;
      await pipeline(hashed, createWriteStream(path, { highWaterMark: PIECE_BYTES }));
      const holds = sha256.digest('base64') === of.hash;
      if (holds) await rename(path, `${whole}/${nameOf(of.hash)}`);
      else await rm(path);
      if (!holds && size < of.size) return 'parts-missing';
      await rm(partsOf(of), { recursive: true, force: true });
      return holds ? 'whole' : 'hash-differs';
    },
    base64: (hash, { inicio, fim }) => {
      const slice = { start: inicio, end: fim - 1, highWaterMark: PIECE_BYTES };
      const bytes = createReadStream(`${whole}/${nameOf(hash)}`, slice);
      return {
        text: Readable.toWeb(Readable.from(inBase64(bytes))) as ReadableStream<Uint8Array>,
        size: Math.ceil((fim - inicio) / 3) * 4,
      };
    },
  };
};
