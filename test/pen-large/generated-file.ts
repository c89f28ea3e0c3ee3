import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const PIECE = 4 * 1024 * 1024;

/** Writes a file of random bytes, of which no two are alike. */
export const generateFile = async (path: string, megabytes: number): Promise<void> => {
  const out = createWriteStream(path);
  for (let left = megabytes * 1024 * 1024; left > 0; left -= PIECE) {
    const piece = randomFillSync(Buffer.alloc(Math.min(PIECE, left)));
    if (!out.write(piece)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
};
