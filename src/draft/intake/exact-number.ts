/** Any number of so many characters or fewer is kept by a double (IEEE 754 binary64: 15 digits). */
const ALWAYS_KEPT = 15;
const PARTS = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Digits without zeros at either end, and the power of ten of the first one; zero is without digits. */
const scientific = (text: string): string => {
  const [, whole = '', fraction = '', exponent = '0'] = PARTS.exec(text) ?? [];
  const digits = whole + fraction;
  const first = digits.search(/[1-9]/);
  if (first < 0) return '';
  const significant = digits.slice(first).replace(/0+$/, '');
  return `${significant}e${whole.length - 1 - first + Number(exponent)}`;
};

/** Whether a number as JSON writes it is still the same after it was read: `9007199254740993` is not. */
export const isKept = (text: string, value: number): boolean =>
  (text.length <= ALWAYS_KEPT && !/e/i.test(text)) ||
  (Number.isFinite(value) && scientific(text) === scientific(String(value)));
