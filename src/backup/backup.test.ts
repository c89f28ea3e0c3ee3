import { beforeAll, expect, it } from 'vitest';
import { type Bytes, bytesOf, concat, join, sha256Hex, utf8 } from '../base/bytes.ts';
import { CHUNK_BYTES } from './chunks.ts';
import { readHeader } from './header.ts';
import { type BackupKeys, makeKeys, type OpenedKeys, openKeys } from './keys.ts';
import { type OpenBackup, openBackup, openContent } from './read-backup.ts';
import type { BackupFile, BackupRecord } from './types.ts';
import { type BackupContent, beginBackup } from './write-backup.ts';

const PASSPHRASE = 'a ponte sobre o rio Meia Ponte';
const SEALED_BYTES = CHUNK_BYTES + 16;

let keys: BackupKeys;
let opened: OpenedKeys;

beforeAll(async () => {
  keys = await makeKeys(PASSPHRASE);
  const open = await openKeys(keys.wrapped, PASSPHRASE);
  if (!open.ok) throw new Error(open.error);
  opened = open.value;
});

const fileOf = async (content: Bytes): Promise<BackupFile> => ({
  sha256: await sha256Hex(content),
  content: new Blob([content]),
});

const RECORDS: BackupRecord[] = [
  { store: 'drafts', key: 'a', record: { título: 'Edital nº 1', rev: 3 } },
  { store: 'log', key: ['e', 1], record: { event: 'queued' } },
  { store: 'log', key: ['e', 2], record: { event: 'begun' } },
];

const contentOf = (records: BackupRecord[], files: BackupFile[]): BackupContent => ({
  about: {
    ...{ databaseVersion: 3, madeAt: 1_774_000_000_000, owner: { id: 'o', name: 'Chrome' } },
    missing: { records: 1, files: 2 },
  },
  records,
  files,
});

const written = async (content: BackupContent, by = keys): Promise<Bytes> => {
  const parts: Bytes[] = [];
  const { bytes } = await beginBackup(content, by);
  for await (const part of bytes) parts.push(part);
  return join(parts);
};

/** Reads a whole copy with keys that are open already: PBKDF2 is slow on purpose. */
const readWhole = async (copy: Bytes | Blob, using = opened) => {
  const blob = copy instanceof Blob ? copy : new Blob([copy]);
  const header = await readHeader(blob);
  if (!header.ok) return header;
  const open = await openContent(blob, header.value, using);
  return open.ok ? contentIn(open.value) : open;
};

const contentIn = async (open: OpenBackup) => {
  const files: BackupFile[] = [];
  const records = await open.read(async (file) => {
    files.push(file);
  });
  return records.ok ? { ok: true as const, records: records.value, files } : records;
};

it('gives back every record and file, with the passphrase alone', async () => {
  const files = [await fileOf(utf8('um')), await fileOf(new Uint8Array(0))];
  const copy = new Blob([await written(contentOf(RECORDS, files))]);
  const open = await openBackup(copy, PASSPHRASE);
  if (!open.ok) throw new Error(open.error);
  expect(open.value.manifest).toMatchObject({
    madeAt: 1_774_000_000_000,
    owner: { id: 'o', name: 'Chrome' },
    missing: { records: 1, files: 2 },
    counts: { drafts: 1, log: 2 },
  });
  expect(open.value.keys).toEqual(keys);
  const read = await contentIn(open.value);
  if (!read.ok) throw new Error(read.error);
  expect(read.records).toEqual(RECORDS);
  expect(read.files.map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
});

it('tells a wrong passphrase from a damaged copy, another file and a later version', async () => {
  const copy = await written(contentOf(RECORDS, []));
  expect(await openBackup(new Blob([copy]), 'outra frase')).toEqual({
    ok: false,
    error: 'wrong-passphrase',
  });
  const later = copy.slice();
  later[8] = 2;
  expect(await readHeader(new Blob([later]))).toEqual({ ok: false, error: 'newer-version' });
  for (const other of [utf8('%PDF-1.7'), new Uint8Array(0), utf8('ESTAFET')]) {
    expect(await readHeader(new Blob([other]))).toEqual({ ok: false, error: 'not-a-backup' });
  }
});

it('refuses a copy in which any one byte was changed', async () => {
  const copy = await written(contentOf(RECORDS.slice(0, 1), [await fileOf(utf8('um'))]));
  expect((await readWhole(copy)).ok).toBe(true);
  for (let at = 0; at < copy.length; at++) {
    const changed = copy.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect((await readWhole(changed)).ok, `byte ${at}`).toBe(false);
  }
});

it('refuses a copy that was cut off anywhere, or goes on behind its end', async () => {
  const copy = await written(contentOf(RECORDS.slice(0, 1), []));
  for (let size = 0; size < copy.length; size++) {
    expect((await readWhole(copy.slice(0, size))).ok, `${size} bytes`).toBe(false);
  }
  expect((await readWhole(concat(copy, new Uint8Array(1)))).ok).toBe(false);
});

const random = (size: number): Bytes => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};

it('refuses a copy whose chunks are missing, exchanged, repeated or of another copy', async () => {
  const content = contentOf(RECORDS, [await fileOf(random(3 * CHUNK_BYTES + 5))]);
  const copy = await written(content);
  const header = await readHeader(new Blob([copy]));
  if (!header.ok) throw new Error(header.error);
  const start = header.value.size;
  const chunk = (of: Bytes, index: number) =>
    of.subarray(start + index * SEALED_BYTES, start + (index + 1) * SEALED_BYTES);
  const made = (...indexes: number[]) =>
    concat(copy.subarray(0, start), ...indexes.map((index) => chunk(copy, index)));
  expect((await readWhole(made(0, 1, 2, 3))).ok).toBe(true);
  for (const order of [[], [0], [0, 1], [0, 1, 2], [0, 1, 3], [1, 0, 2, 3], [0, 1, 1, 2, 3], [3]]) {
    expect(await readWhole(made(...order)), order.join()).toEqual({ ok: false, error: 'damaged' });
  }
  const second = await written(content);
  const mixed = concat(made(0), chunk(second, 1), chunk(copy, 2), chunk(copy, 3));
  expect((await readWhole(mixed)).ok).toBe(false);
});

it('holds content that ends exactly with a chunk, and content longer than one', async () => {
  for (const size of [CHUNK_BYTES - 200, CHUNK_BYTES, 2 * CHUNK_BYTES - 300]) {
    const file = await fileOf(random(size));
    const read = await readWhole(await written(contentOf([], [file])));
    if (!read.ok) throw new Error(read.error);
    expect(await sha256Hex(await bytesOf(read.files[0]?.content ?? new Blob()))).toBe(file.sha256);
  }
});

it('knows whether what lies on the disk is what it wrote', async () => {
  const copy = await beginBackup(contentOf(RECORDS, [await fileOf(random(5))]), keys);
  const parts: Bytes[] = [];
  for await (const part of copy.bytes) parts.push(part);
  const whole = join(parts);
  expect(await copy.isWhole(new Blob([whole]))).toBe(true);
  expect(await copy.isWhole(new Blob([whole.slice(0, -1)]))).toBe(false);
  expect(await copy.isWhole(new Blob([await written(contentOf(RECORDS, []))]))).toBe(false);
});

it('is not deceived by a copy that somebody wrote who knows only what stands in copies', async () => {
  // The public key and the wrapped one stand in every header; the writer's secret does not.
  const forger = { ...keys, writer: random(32) };
  expect(await readWhole(await written(contentOf(RECORDS, []), forger))).toEqual({
    ok: false,
    error: 'damaged',
  });
});

it('holds no record, file or secret of its writer in clear', async () => {
  const copy = await written(contentOf(RECORDS, [await fileOf(utf8('conteúdo do anexo'))]));
  const text = Buffer.from(copy).toString('latin1');
  for (const secret of [utf8('Edital'), utf8('anexo'), utf8('Chrome'), keys.writer]) {
    expect(text).not.toContain(Buffer.from(secret).toString('latin1'));
  }
});
