import { type Bytes, utf8 } from '../../base/bytes.ts';

/** A password in the two forms PKCS #12 knows. */
export interface Password {
  /** For PBES2 (RFC 8018 §3). */
  utf8: Bytes;
  /** UTF-16BE with a terminating zero, for the key derivation of PKCS #12 (RFC 7292 appendix B.1). */
  bmp: Bytes;
}

const bmpOf = (text: string): Bytes => {
  const octets = new Uint8Array(2 * text.length + 2);
  const view = new DataView(octets.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i));
  return octets;
};

export const passwordOf = (text: string): Password => ({ utf8: utf8(text), bmp: bmpOf(text) });

/** The forms a writer may have given a password: some write no terminating zero after an empty one. */
export const candidatesOf = (text: string): Password[] => {
  const usual = passwordOf(text);
  return text === '' ? [usual, { ...usual, bmp: new Uint8Array(0) }] : [usual];
};
