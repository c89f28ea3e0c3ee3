import { expose } from 'comlink';
import { createSHA256 } from 'hash-wasm';

/** Bytes read at a time. */
const PIECE = 4 * 1024 * 1024;

const service = {
  /** SHA-256 (lower-case hexadecimal) of a content of any size, of which a piece at a time is held. `onProgress`: from 0 to 1. */
  async sha256(content: Blob, onProgress: (share: number) => void): Promise<string> {
    const hash = await createSHA256();
    hash.init();
    for (let from = 0; from < content.size; from += PIECE) {
      hash.update(new Uint8Array(await content.slice(from, from + PIECE).arrayBuffer()));
      onProgress(Math.min(1, (from + PIECE) / content.size));
    }
    return hash.digest('hex');
  },
};

/** What the worker answers; wrap it with comlink's `Remote`. */
export type HashingService = typeof service;

expose(service);
