import { foldedName } from '../text-comparison.ts';

/** Most files, and most bytes, of a ZIP that is read or written here (D15); it needs no ZIP64 then. */
export const MOST_ENTRIES = 5_000;
export const MOST_BYTES = 2 * 1024 ** 3;
/** Most times a ZIP may grow when it is unpacked (D15). */
export const MOST_GROWTH = 100;
const LONGEST_NAME = 255;

/** Whether a name leads nowhere but below the folder it is unpacked in, on every system. */
export const isSafeName = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  !/[\p{Cc}\\:]/u.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** Whether two of the names would be one file where capitals do not count. */
export const hasDuplicates = (names: readonly string[]): boolean =>
  new Set(names.map(foldedName)).size < names.length;
