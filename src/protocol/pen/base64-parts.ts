import type { Bytes } from '../../base/bytes.ts';

/** Characters decoded at a time; a multiple of four. */
const PIECE = 1 << 18;

/**
 * The bytes of a component or a part, which come as bare base64 text (pen.md A.2, row 18); `undefined` where the text is
 * none. Decoded piece by piece: a part of 200 MB would be held three times over.
 */
export const decodeContent = (text: string): Bytes | undefined => {
  const base64 = text.replace(/\s+/g, '');
  if (base64.length % 4 !== 0) return undefined;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  let at = 0;
  try {
    for (let from = 0; from < base64.length; from += PIECE) {
      const binary = atob(base64.slice(from, from + PIECE));
      for (let i = 0; i < binary.length; i++) bytes[at++] = binary.charCodeAt(i);
    }
  } catch {
    return undefined;
  }
  return at === bytes.length ? bytes : undefined;
};
