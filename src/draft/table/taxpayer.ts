import { isCnpj, isCpf } from '../../base/tax-id.ts';
import type { CellField } from '../../layout/row-shape.ts';
import type { CellReading } from './types.ts';

const CPF_LENGTH = 11;
const CNPJ_LENGTH = 14;

const isWhole = (number: string): boolean => isCpf(number) || isCnpj(number);

/** Which of the two numbers a field holds, by its name or label; `[]` for neither. */
const lengthsOf = ({ name, label }: CellField): number[] => [
  ...(/cpf/i.test(name) || /cpf/i.test(label) ? [CPF_LENGTH] : []),
  ...(/cnpj/i.test(name) || /cnpj/i.test(label) ? [CNPJ_LENGTH] : []),
];

const fits = (number: string, length: number): boolean =>
  number.length === length &&
  (length === CNPJ_LENGTH ? /^[0-9A-Z]{12}\d{2}$/ : /^\d+$/).test(number);

/**
 * A CPF or CNPJ without its punctuation; leading zeros that a spreadsheet took away are put back where the check digits
 * are right with them. `undefined` where the field holds neither number, or the text is none.
 */
export const readTaxpayer = (field: CellField, text: string): CellReading | undefined => {
  const lengths = lengthsOf(field);
  if (lengths.length === 0) return undefined;
  const bare = text.replace(/[\s./-]/g, '').toUpperCase();
  if (lengths.some((length) => fits(bare, length)))
    return isWhole(bare) ? { value: bare } : { value: bare, note: 'wrong-check-digits' };
  if (!/^\d+$/.test(bare) || Number(bare) === 0) return undefined;
  const restored = lengths
    .map((length) => bare.padStart(length, '0'))
    .filter((number, index) => number.length === lengths[index] && isWhole(number));
  const [only, ...others] = restored;
  return only !== undefined && others.length === 0
    ? { value: only, note: 'zeros-restored' }
    : undefined;
};
