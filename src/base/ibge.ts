/** Code of a municipality at IBGE: two digits of the state, four of the municipality, one check digit. */
const SHAPE = /^\d{7}$/;

/** Codes that IBGE gave out with a check digit of another rule and never changed. */
const AS_GIVEN = new Set([
  '2201919',
  '2201988',
  '2202251',
  '2611533',
  '3117836',
  '3152131',
  '4305871',
  '5203939',
  '5203962',
]);

const WEIGHTS = [1, 2, 1, 2, 1, 2];

/** The last digit brings the sum of the digits of all weighted ones to a multiple of ten. */
const checkDigit = (code: string): number => {
  const sum = WEIGHTS.reduce((total, weight, at) => {
    const product = Number(code[at]) * weight;
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** Whether a text is the seven digits of a municipality's code, its check digit right. */
export const isIbgeCode = (text: string): boolean =>
  SHAPE.test(text) && (AS_GIVEN.has(text) || checkDigit(text) === Number(text[6]));
