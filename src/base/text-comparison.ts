/** A text as it is compared and searched: lower case, without accents. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The name of a file, or a path, as systems compare it that do not count capitals. */
export const foldedName = (name: string): string => name.normalize('NFC').toLowerCase();
