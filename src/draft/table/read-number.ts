import { type NumberFault, readNumber } from '../../base/brazilian-number.ts';
import type { Result } from '../../base/result.ts';
import type { SheetCell } from './types.ts';

/** How a column writes its decimals: `1.234,56` or `1,234.56`. */
export type NumberStyle = 'brazilian' | 'english';

const ENGLISH_ONLY =
  /^[-−]?(\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}|\d+\.(\d{1,2}|\d{4,})|\d{4,}\.\d+|0\.\d+)$/;
const BRAZILIAN_ONLY =
  /^[-−]?(\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}|\d+,(\d{1,2}|\d{4,})|\d{4,},\d+|0,\d+)$/;

/** A minus behind the number or parentheses around it, as accountants write, and the currency. */
const bare = (text: string): string => {
  const plain = text.replace(/R\$/i, '').replace(/[\s\u00a0\u202f]/g, '');
  const negative = /^\((.*)\)$/.exec(plain)?.[1] ?? /^(.*)[-−]$/.exec(plain)?.[1];
  return negative === undefined ? plain : `-${negative}`;
};

/** How the cells of a column write numbers: with a point before the decimals only where none of them says otherwise. */
export const numberStyleOf = (cells: Iterable<SheetCell>): NumberStyle => {
  let english = false;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = bare(cell);
    if (BRAZILIAN_ONLY.test(text)) return 'brazilian';
    english ||= ENGLISH_ONLY.test(text);
  }
  return english ? 'english' : 'brazilian';
};

const swapped = (text: string): string =>
  text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** Reads a number as its column writes them. */
export const readStyledNumber = (text: string, style: NumberStyle): Result<number, NumberFault> =>
  readNumber(style === 'english' ? swapped(bare(text)) : bare(text));
