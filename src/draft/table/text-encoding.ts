import type { Bytes } from '../../base/bytes.ts';

/** How a text file writes its characters. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const startsWith = (bytes: Bytes, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** UTF-16 without a mark: the high byte of most characters of a European text is zero. */
const zeroShare = (bytes: Bytes, from: 0 | 1): number => {
  const sample = bytes.subarray(0, 2_000).filter((_, index) => index % 2 === from);
  return sample.filter((byte) => byte === 0).length / Math.max(1, sample.length);
};

const encodingOf = (bytes: Bytes): TextEncodingName | undefined => {
  if (startsWith(bytes, 0xff, 0xfe) || zeroShare(bytes, 1) > 0.5) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff) || zeroShare(bytes, 0) > 0.5) return 'utf-16be';
  return undefined;
};

/** Reads a text file by its mark, else as UTF-8 where it is, else as Windows-1252, in which Windows of Brazil writes. */
export const decodeText = (bytes: Bytes): { text: string; encoding: TextEncodingName } => {
  const marked = encodingOf(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
};
