import { type Bytes, sha256Hex, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { sealChunks } from './chunks.ts';
import { writeHeader } from './header.ts';
import { type BackupKeys, contentKey, ephemeralPair } from './keys.ts';
import type { BackupFile, BackupManifest, BackupRecord } from './types.ts';

/** What a copy is made of. */
export interface BackupContent {
  about: Pick<BackupManifest, 'databaseVersion' | 'madeAt' | 'owner'>;
  records: readonly BackupRecord[];
  files: readonly BackupFile[];
}

/** The bytes of a copy, in order: header, its sum, and the content in encrypted chunks. Files are read as they are written. */
export async function* writeBackup(
  content: BackupContent,
  keys: BackupKeys,
): AsyncGenerator<Bytes> {
  const ephemeral = await ephemeralPair();
  const header = await writeHeader(keys, ephemeral.publicKey);
  yield header.bytes;
  yield header.sum;
  const opened = { privateKey: ephemeral.privateKey, writer: keys.writer };
  yield* sealChunks(plainOf(content), await contentKey(opened, keys.publicKey, header.bytes));
}

/** A line for the manifest, a line for each record, then the files end to end. */
async function* plainOf({ about, records, files }: BackupContent): AsyncGenerator<Uint8Array> {
  const lines = records.map((record) => utf8(`${canonicalJson(record)}\n`));
  const manifest: BackupManifest = {
    ...about,
    counts: countsOf(records),
    records: await Promise.all(lines.map((line) => sha256Hex(line.slice(0, -1)))),
    files: files.map(({ sha256, content }) => ({ sha256, size: content.size })),
  };
  yield utf8(`${JSON.stringify(manifest)}\n`);
  yield* lines;
  for (const { content } of files) yield* partsOf(content);
}

const countsOf = (records: readonly BackupRecord[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { store } of records) counts[store] = (counts[store] ?? 0) + 1;
  return counts;
};

const PART_BYTES = 1 << 20;

// Not every browser lets a stream be iterated.
async function* partsOf(content: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.size; from += PART_BYTES) {
    yield new Uint8Array(await content.slice(from, from + PART_BYTES).arrayBuffer());
  }
}
