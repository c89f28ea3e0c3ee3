import { sha256Hex, utf8 } from '../base/bytes.ts';
import { isJsonObject, parseJson } from '../base/json.ts';
import { err, ok, type Result } from '../base/result.ts';
import { DamagedError, openChunks } from './chunks.ts';
import { type BackupHeader, readHeader } from './header.ts';
import { type BackupKeys, contentKey, type OpenedKeys, openKeys } from './keys.ts';
import { manifestOf } from './manifest.ts';
import { type PlainReader, plainReader } from './plain-reader.ts';
import type { BackupFault, BackupFile, BackupManifest, BackupRecord } from './types.ts';

/** A copy that its passphrase opened. */
export interface OpenBackup {
  manifest: BackupManifest;
  /** The keys it was made with, so that the next copies open with the same passphrase. */
  keys: BackupKeys;
  /**
   * Reads it to its end. Each file is handed over as soon as it is whole; the records come only once every byte was
   * proven to be what was written.
   */
  read(keep: (file: BackupFile) => Promise<void>): Promise<Result<BackupRecord[], 'damaged'>>;
}

/** Opens a copy: its header, the passphrase, and what it says of itself. */
export const openBackup = async (
  copy: Blob,
  passphrase: string,
): Promise<Result<OpenBackup, BackupFault>> => {
  const header = await readHeader(copy);
  if (!header.ok) return header;
  const opened = await openKeys(header.value.wrapped, passphrase);
  return opened.ok ? openContent(copy, header.value, opened.value) : opened;
};

/** Opens a copy with keys that are open already. */
export const openContent = async (
  copy: Blob,
  header: BackupHeader,
  opened: OpenedKeys,
): Promise<Result<OpenBackup, 'damaged'>> => {
  const { ephemeralKey, publicKey, wrapped, bytes, size } = header;
  // A point that lies on no curve.
  const key = await contentKey(opened, ephemeralKey, bytes).catch(() => undefined);
  if (!key) return err('damaged');
  const reader = () => plainReader(openChunks(copy.slice(size), key));
  const manifest = await unlessDamaged(() => readManifest(reader()));
  if (!manifest.ok) return manifest;
  return ok({
    manifest: manifest.value,
    keys: { publicKey, wrapped, writer: opened.writer },
    read: (keep) => unlessDamaged(() => readAll(reader(), keep)),
  });
};

const unlessDamaged = async <T>(work: () => Promise<T>): Promise<Result<T, 'damaged'>> => {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof DamagedError) return err('damaged');
    throw error;
  }
};

const readManifest = async (reader: PlainReader): Promise<BackupManifest> => {
  const manifest = manifestOf(parseJson(await reader.line()));
  if (!manifest) throw new DamagedError();
  return manifest;
};

const readAll = async (
  reader: PlainReader,
  keep: (file: BackupFile) => Promise<void>,
): Promise<BackupRecord[]> => {
  const manifest = await readManifest(reader);
  const records: BackupRecord[] = [];
  for (const sha256 of manifest.records) records.push(await readRecord(reader, sha256));
  for (const { sha256, size } of manifest.files) {
    const content = await reader.blob(size);
    if ((await sha256Hex(content)) !== sha256) throw new DamagedError();
    await keep({ sha256, content });
  }
  await reader.end();
  return records;
};

const readRecord = async (reader: PlainReader, sha256: string): Promise<BackupRecord> => {
  const line = await reader.line();
  if ((await sha256Hex(utf8(line))) !== sha256) throw new DamagedError();
  const record = parseJson(line);
  if (!isJsonObject(record) || typeof record.store !== 'string') throw new DamagedError();
  const { store, key = null, record: value = null } = record;
  return { store, key, record: value };
};
