import { type Bytes, join } from '../base/bytes.ts';

/** Bytes of content in every chunk but the last, which may be shorter. */
export const CHUNK_BYTES = 1 << 20;
/** AES-GCM's tag. */
const TAG_BYTES = 16;

/** The content is not what was sealed: changed, cut off, in another order, or of another copy. */
export class DamagedError extends Error {}

/**
 * The number of the chunk, and whether it is the last (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015).
 * A key seals one copy only, so no nonce is used twice.
 */
const gcm = (index: number, last: boolean) => {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(7, index);
  iv[11] = last ? 1 : 0;
  return { name: 'AES-GCM', iv };
};

/** Encrypts a stream, holding one chunk of it at a time. */
export async function* sealChunks(
  plain: AsyncIterable<Uint8Array>,
  key: CryptoKey,
): AsyncGenerator<Bytes> {
  let index = 0;
  let held: Uint8Array[] = [];
  let size = 0;
  const seal = async (last: boolean): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.encrypt(gcm(index++, last), key, join(held)));
  for await (const part of plain) {
    let rest = part;
    // A chunk goes out only when something follows it: the last one bears the mark.
    while (size + rest.length > CHUNK_BYTES) {
      held.push(rest.subarray(0, CHUNK_BYTES - size));
      rest = rest.subarray(CHUNK_BYTES - size);
      yield await seal(false);
      held = [];
      size = 0;
    }
    held.push(rest);
    size += rest.length;
  }
  yield await seal(true);
}

/** Decrypts chunk by chunk; throws `DamagedError` at the first that is not as it was sealed, or is missing. */
export async function* openChunks(sealed: Blob, key: CryptoKey): AsyncGenerator<Bytes> {
  const count = Math.max(1, Math.ceil(sealed.size / (CHUNK_BYTES + TAG_BYTES)));
  for (let index = 0; index < count; index++) {
    const from = index * (CHUNK_BYTES + TAG_BYTES);
    const chunk = await sealed.slice(from, from + CHUNK_BYTES + TAG_BYTES).arrayBuffer();
    const algorithm = gcm(index, index === count - 1);
    yield new Uint8Array(await crypto.subtle.decrypt(algorithm, key, chunk).catch(damaged));
  }
}

const damaged = (): never => {
  throw new DamagedError();
};
