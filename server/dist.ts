import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadFile } from './gateway/static-files.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** Reads a file of the built app. */
export const readDist: ReadFile = async (path) => {
  try {
    return new Uint8Array(await readFile(join(DIST, path)));
  } catch {
    return undefined;
  }
};
