import {
  readInteger,
  readNumber,
  showInteger,
  showMoney,
  showNumber,
} from '../base/brazilian-number.ts';
import {
  type CivilDate,
  fromBrazilianDate,
  isCivilDate,
  toBrazilianDate,
} from '../base/civil-date.ts';
import type { Json } from '../base/json.ts';
import type { LayoutField } from './types.ts';

const readDate = (text: string): CivilDate | undefined =>
  isCivilDate(text) ? text : fromBrazilianDate(text.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1/$2/$3'));

/** What is put into the draft for a typed text: what cannot be read stays as text, so that nothing is lost. */
export const readText = (field: LayoutField, text: string): Json | undefined => {
  if (text.trim() === '') return undefined;
  if (field.kind === 'number' || field.kind === 'integer') {
    const read = field.kind === 'number' ? readNumber(text) : readInteger(text);
    return read.ok ? read.value : text;
  }
  return field.kind === 'date' ? (readDate(text.trim()) ?? text) : text;
};

/** A value as a person reads it in the field. */
export const showText = (field: LayoutField, value: Json | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    if (field.kind === 'number' && field.unit === 'R$') return showMoney(value);
    return field.kind === 'number' ? showNumber(value) : showInteger(value);
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  return field.kind === 'date' ? toBrazilianDate(value) : value;
};
