const weighted = (text: string, weights: readonly number[]): number => {
  const sum = weights.reduce((total, weight, i) => total + weight * (text.charCodeAt(i) - 48), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
};

const CPF_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ_WEIGHTS = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

const endsWithCheckDigits = (text: string, weights: number[], firstWeight: number): boolean => {
  const first = weighted(text, weights);
  const second = weighted(text, [firstWeight, ...weights]);
  return text.endsWith(`${first}${second}`);
};

/** Whether a text is 11 digits that end with the check digits of a CPF; repeated digits are none. */
export const isCpf = (text: string): boolean =>
  /^\d{11}$/.test(text) && !/^(\d)\1+$/.test(text) && endsWithCheckDigits(text, CPF_WEIGHTS, 11);

/**
 * Whether a text is a CNPJ of 14 characters with its check digits; since July 2026 the first twelve may be letters
 * (Instrução Normativa RFB 2.229/2024).
 */
export const isCnpj = (text: string): boolean =>
  /^[0-9A-Z]{12}\d{2}$/.test(text) &&
  !/^(\d)\1+$/.test(text) &&
  endsWithCheckDigits(text, CNPJ_WEIGHTS, 6);
