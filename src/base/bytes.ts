/** Bytes that own a plain `ArrayBuffer`, as WebCrypto and `Blob` want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Decodes UTF-8; bytes that are not UTF-8 become U+FFFD. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The bytes of a blob, read whole. */
export const bytesOf = async (blob: Blob): Promise<Bytes> =>
  new Uint8Array(await blob.arrayBuffer());

export const concat = (...parts: Uint8Array[]): Bytes => join(parts);

/** `concat` of a list, which may be longer than a call has room for arguments. */
export const join = (parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/** Lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};

export const fromHex = (hex: string): Bytes => {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
};

/** Base64 with padding (RFC 4648 §4). */
export const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary);
};

/** Reads base64 (RFC 4648 §4), white space allowed. Throws `InvalidCharacterError` on anything else. */
export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0));

/** Base64url without padding (RFC 4648 §5), as JWTs use it. */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

export const fromBase64Url = (text: string): Bytes =>
  fromBase64(text.replace(/-/g, '+').replace(/_/g, '/'));

/** SHA-256 of bytes or of a blob (read whole), lower-case hexadecimal. */
export const sha256Hex = async (content: Uint8Array<ArrayBuffer> | Blob): Promise<string> => {
  const bytes = content instanceof Blob ? await content.arrayBuffer() : content;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
};
