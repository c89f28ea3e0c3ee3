import { type Bytes, bytesOf, concat, sameBytes, sha256Hex, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { DamagedError, openChunks, sealChunks } from './chunks.ts';
import { writeHeader } from './header.ts';
import { type BackupKeys, contentKey, ephemeralPair } from './keys.ts';
import type { BackupFile, BackupManifest, BackupRecord } from './types.ts';

/** What a copy is made of. */
export interface BackupContent {
  about: Pick<BackupManifest, 'databaseVersion' | 'madeAt' | 'owner' | 'missing'>;
  records: Iterable<BackupRecord>;
  files: readonly BackupFile[];
}

/** A copy that is being written. */
export interface NewBackup {
  /** Its bytes, in order, once: header, its sum, and the content in encrypted chunks. Files are read as they are written. */
  bytes: AsyncGenerator<Bytes>;
  /** Whether what lies somewhere now is this very copy, whole. */
  isWhole(written: Blob): Promise<boolean>;
}

/** Begins a copy that only the passphrase of the keys opens. */
export const beginBackup = async (content: BackupContent, keys: BackupKeys): Promise<NewBackup> => {
  const ephemeral = await ephemeralPair();
  const { bytes: header, sum } = await writeHeader(keys, ephemeral.publicKey);
  const opened = { privateKey: ephemeral.privateKey, writer: keys.writer };
  const key = await contentKey(opened, keys.publicKey, header);
  const head = concat(header, sum);
  return {
    bytes: (async function* () {
      yield head;
      yield* sealChunks(plainOf(content), key);
    })(),
    isWhole: async (written) => {
      const begin = await bytesOf(written.slice(0, head.length));
      if (!sameBytes(begin, head)) return false;
      try {
        for await (const _ of openChunks(written.slice(head.length), key));
        return true;
      } catch (error) {
        if (error instanceof DamagedError) return false;
        throw error;
      }
    },
  };
};

/** A line for the manifest, a line for each record, then the files end to end. */
async function* plainOf({ about, records, files }: BackupContent): AsyncGenerator<Uint8Array> {
  const lines: Bytes[] = [];
  const hashes: string[] = [];
  const counts: Record<string, number> = {};
  // One after another: the page goes on in between.
  for (const record of records) {
    const line = utf8(canonicalJson(record));
    lines.push(line);
    hashes.push(await sha256Hex(line));
    counts[record.store] = (counts[record.store] ?? 0) + 1;
  }
  const manifest: BackupManifest = {
    ...about,
    counts,
    records: hashes,
    files: files.map(({ sha256, content }) => ({ sha256, size: content.size })),
  };
  yield utf8(`${JSON.stringify(manifest)}\n`);
  for (const line of lines) {
    yield line;
    yield LINE_FEED;
  }
  for (const { content } of files) yield* partsOf(content);
}

const LINE_FEED = utf8('\n');
const PART_BYTES = 1 << 20;

// Not every browser lets a stream be iterated.
async function* partsOf(content: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.size; from += PART_BYTES) {
    yield await bytesOf(content.slice(from, from + PART_BYTES));
  }
}
