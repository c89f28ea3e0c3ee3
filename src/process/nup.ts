/** Digits and punctuation of a NUP in force: unit (5), sequence (6), year (4), check digits (2). */
const MASK = /^(\d{5})\.?(\d{6})\/?(\d{4})-?(\d{2})$/;

/**
 * What a number looks like. `other`: another numbering than the federal one, of which nothing is said: a process is known by its
 * number as written, whatever it is.
 */
export type NupVerdict = 'right' | 'wrong-digits' | 'other';

/** Judges the check digits of a NUP of 17 digits (Portaria Interministerial 11/2019: modulus 11, twice). */
export const nupVerdict = (protocolo: string): NupVerdict => {
  const [, unit, sequence, year, digits] = MASK.exec(protocolo.trim()) ?? [];
  if (!unit || !sequence || !year) return 'other';
  return checkDigits(unit + sequence + year) === digits ? 'right' : 'wrong-digits';
};

/** The two check digits of the 15 digits before them. */
export const checkDigits = (base: string): string => {
  const first = checkDigit(base);
  return first + checkDigit(base + first);
};

// Weights 2, 3, 4… from right to left.
const checkDigit = (base: string): string => {
  const sum = [...base].reduce(
    (total, digit, n) => total + Number(digit) * (base.length + 1 - n),
    0,
  );
  return String((11 - (sum % 11)) % 10);
};

/** 15 or 17 bare digits as a NUP is written, with the check digits where they are missing; all else as it was. */
export const masked = (typed: string): string => {
  const text = typed.trim();
  if (!/^\d{15}(\d{2})?$/.test(text)) return text;
  const digits = text.length === 15 ? text + checkDigits(text) : text;
  return digits.replace(/^(.{5})(.{6})(.{4})(.{2})$/, '$1.$2/$3-$4');
};
