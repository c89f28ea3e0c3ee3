import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOf, toHex } from '../../base/bytes.ts';
import { crc32 } from '../../base/zip/crc32.ts';

/** Who follows a long reading, and may end it. */
export interface Watch {
  /** Throws its reason out of what it ends. */
  signal?: AbortSignal | undefined;
  /** Told after each piece how many bytes it had. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** So much is hashed at a time (bytes), a few milliseconds, after which the page answers again. */
const PIECE = 256 * 1024;

/** SHA-256 (lower-case hexadecimal) and CRC-32 of a content, read piece by piece: WebCrypto would want, and copy, it whole. */
export const digestOf = async (
  content: Blob,
  { signal, onBytes }: Watch = {},
): Promise<{ sha256: string; crc: number }> => {
  const hash = sha256.create();
  let crc = 0;
  for (let at = 0; at < content.size; at += PIECE) {
    signal?.throwIfAborted();
    const piece = await bytesOf(content.slice(at, at + PIECE));
    hash.update(piece);
    crc = crc32(piece, crc);
    onBytes?.(piece.length);
  }
  return { sha256: toHex(hash.digest()), crc };
};
