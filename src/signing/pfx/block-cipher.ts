import { type Bytes, concat } from '../../base/bytes.ts';

/** A cipher of 64-bit blocks. A block is two 32-bit words, first octets highest, changed in place. */
export interface BlockCipher {
  encrypt(block: Uint32Array): void;
  decrypt(block: Uint32Array): void;
}

const BLOCK = 8;

const viewOf = (bytes: Bytes): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const wordsOf = (iv: Bytes): [number, number] => {
  const view = viewOf(iv);
  return [view.getUint32(0), view.getUint32(4)];
};

/** CBC with the padding of PKCS#7 (RFC 8018 §6.1.1). */
export const cbcEncrypt = (cipher: BlockCipher, iv: Bytes, plain: Bytes): Bytes => {
  const padding = BLOCK - (plain.length % BLOCK);
  const data = concat(plain, new Uint8Array(padding).fill(padding));
  const view = viewOf(data);
  const block = Uint32Array.from(wordsOf(iv));
  for (let at = 0; at < data.length; at += BLOCK) {
    block[0] = (block[0] ?? 0) ^ view.getUint32(at);
    block[1] = (block[1] ?? 0) ^ view.getUint32(at + 4);
    cipher.encrypt(block);
    view.setUint32(at, block[0] ?? 0);
    view.setUint32(at + 4, block[1] ?? 0);
  }
  return data;
};

/** The way back; `undefined` where the padding shows that key or data are wrong. */
export const cbcDecrypt = (cipher: BlockCipher, iv: Bytes, data: Bytes): Bytes | undefined => {
  if (data.length === 0 || data.length % BLOCK !== 0) return undefined;
  const plain = data.slice();
  const [source, target] = [viewOf(data), viewOf(plain)];
  let [high, low] = wordsOf(iv);
  const block = new Uint32Array(2);
  for (let at = 0; at < data.length; at += BLOCK) {
    const [nextHigh, nextLow] = [source.getUint32(at), source.getUint32(at + 4)];
    block[0] = nextHigh;
    block[1] = nextLow;
    cipher.decrypt(block);
    target.setUint32(at, (block[0] ^ high) >>> 0);
    target.setUint32(at + 4, (block[1] ^ low) >>> 0);
    [high, low] = [nextHigh, nextLow];
  }
  return withoutPadding(plain);
};

const withoutPadding = (plain: Bytes): Bytes | undefined => {
  const padding = plain.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK) return undefined;
  const end = plain.length - padding;
  return plain.subarray(end).every((octet) => octet === padding)
    ? plain.subarray(0, end)
    : undefined;
};
