import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this run's own, gone at its end. */
export const scratch = mkdtempSync(join(tmpdir(), 'estafeta-external-'));
process.on('exit', () => rmSync(scratch, { recursive: true }));

/** Writes a file there and gives its path. */
export const keep = (name: string, bytes: Uint8Array): string => {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  return path;
};

/** A copy of a file with one bit of the byte at `at` changed. */
export const keepChanged = (path: string, at: number, name: string): string => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return keep(name, bytes);
};
