import { err, ok, type Result } from './result.ts';

/** Why a text is no number to be sent. */
export type NumberFault =
  | 'not-a-number'
  | 'not-an-integer'
  /** More digits than a JSON number keeps (IEEE 754 double). */
  | 'too-many-digits';

/** `1.234,56`, `1234,56`, `-0,5`; points only where thousands part, `R$` in front as in copied amounts. */
const BRAZILIAN = /^(?:R\$\s*)?([-−]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;

/** Digits that every double keeps (DBL_DIG). */
const SAFE_DIGITS = 15;

/** Reads a number as a person in Brazil writes it. A point before the decimals (`5.5`) is refused, never guessed. */
export const readNumber = (text: string): Result<number, NumberFault> => {
  const parts = BRAZILIAN.exec(text.trim());
  if (!parts) return err('not-a-number');
  const [, sign, whole = '', decimals = ''] = parts;
  const digits = whole.replaceAll('.', '');
  const significant = `${digits}${decimals}`.replace(/^0+/, '');
  if (significant.length > SAFE_DIGITS) return err('too-many-digits');
  const magnitude = Number(`${digits}.${decimals}`);
  return ok(sign && magnitude !== 0 ? -magnitude : magnitude);
};

export const readInteger = (text: string): Result<number, NumberFault> => {
  const read = readNumber(text);
  return read.ok && !Number.isInteger(read.value) ? err('not-an-integer') : read;
};

const shown = (options: Intl.NumberFormatOptions) => {
  const format = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 20, ...options });
  return (value: number): string => format.format(value);
};

/** `1.234,5` of a number. */
export const showNumber = shown({});

/** `1.234,50` of an amount in reais. */
export const showMoney = shown({ minimumFractionDigits: 2 });

/** `1234` of a number that counts or names something: a year, an id. */
export const showInteger = shown({ useGrouping: false });
