import type { Bytes } from '../../base/bytes.ts';

/** The codes of WinAnsiEncoding (ISO 32000-1 Annex D), which is Windows-1252. */
export const FIRST_CODE = 32;
export const LAST_CODE = 255;

/** A line as a font in WinAnsiEncoding shows it. */
export interface EncodedLine {
  bytes: Bytes;
  /** In units of the font size. */
  width: number;
}

const UNKNOWN = '?'.charCodeAt(0);

/** The characters of 128 to 159; elsewhere a code is the character's own. Node 20 decodes them wrongly. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const HIGH_FROM = 128;

/** Encodes a line; a letter that is not there loses its accent, anything else becomes `?`. `widths` are those of the codes, in thousandths. */
export const encodeLine = (line: string, widths: readonly number[]): EncodedLine => {
  const bytes = Uint8Array.from(line.normalize('NFC').replace(/\s|\p{Cc}/gu, ' '), codeOf);
  const width = bytes.reduce((sum, code) => sum + (widths[code - FIRST_CODE] ?? 0), 0) / 1000;
  return { bytes, width };
};

const codeOf = (character: string): number =>
  knownCode(character) ?? knownCode(character.normalize('NFD').charAt(0)) ?? UNKNOWN;

const knownCode = (character: string): number | undefined => {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= FIRST_CODE && code < HIGH_FROM) || (code >= 160 && code <= LAST_CODE)) return code;
  const high = HIGH.indexOf(character);
  return high < 0 ? undefined : HIGH_FROM + high;
};
