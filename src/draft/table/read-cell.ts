import type { CellField } from '../../layout/row-shape.ts';
import type { ChoiceField, ChoiceOption } from '../../layout/types.ts';
import { normalised } from './normalised.ts';
import { dateOfSerial, readDate } from './read-date.ts';
import { type NumberStyle, readStyledNumber } from './read-number.ts';
import { readTaxpayer } from './taxpayer.ts';
import type { CellFault, CellReading, SheetCell } from './types.ts';

/** What a spreadsheet shows where it could not calculate, in English and Portuguese. */
const SHEET_ERROR =
  /^#(N\/[AD]|REF!|VALUE!|VALOR!|DIV\/0!|NAME\?|NOME\?|NUM!|NÚM!|NULL!|NULO!|SPILL!|DESPEJAR!)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TRUE = new Set(['sim', 's', 'verdadeiro', 'true', '1']);
const FALSE = new Set(['nao', 'n', 'falso', 'false', '0']);

/**
 * Reads a cell for a field. What cannot be read stays as text, so that the report shows it at its cell. `style`: how the
 * cell's column writes numbers.
 */
export const readCell = (
  field: CellField,
  cell: SheetCell,
  style: NumberStyle = 'brazilian',
): CellReading => {
  if (cell === null) return { value: undefined, fault: 'formula-without-value' };
  const text = textOf(cell);
  if (text === '') return { value: undefined };
  if (SHEET_ERROR.test(text)) return { value: text, fault: 'spreadsheet-error' };
  switch (field.kind) {
    case 'text':
      return readTaxpayer(field, text) ?? { value: text };
    case 'number':
    case 'integer':
      return numberCell(cell, text, field.kind, style);
    case 'date':
      return dateCell(cell, text);
    case 'boolean':
      return booleanCell(text);
    case 'choice':
      return choiceCell(field, text);
    case 'file':
      return UUID.test(text) ? { value: text } : unread(text, 'not-a-file');
  }
};

/** A cell as text; outer blanks are no part of it. */
export const textOf = (cell: SheetCell): string =>
  typeof cell === 'string' ? cell.trim() : String(cell ?? '');

const unread = (text: string, fault: CellFault): CellReading => ({ value: text, fault });

const numberCell = (
  cell: Exclude<SheetCell, null>,
  text: string,
  kind: 'number' | 'integer',
  style: NumberStyle,
): CellReading => {
  if (typeof cell === 'boolean') return unread(text, 'not-a-number');
  if (typeof cell === 'string') {
    const read = readStyledNumber(text, style);
    if (!read.ok) return unread(text, read.error);
    return kind === 'integer' && !Number.isInteger(read.value)
      ? unread(text, 'not-an-integer')
      : { value: read.value };
  }
  return kind === 'integer' && !Number.isInteger(cell)
    ? unread(text.replace('.', ','), 'not-an-integer')
    : { value: cell };
};

const dateCell = (cell: SheetCell, text: string): CellReading => {
  if (typeof cell === 'number') {
    const serial = Number.isInteger(cell) && cell > 9_999 ? dateOfSerial(cell) : undefined;
    if (serial && cell < 100_000) return { value: serial, note: 'serial-date' };
  }
  const read = readDate(text);
  if (!read) return unread(text, 'not-a-date');
  return { value: read.date, ...(read.note && { note: read.note }) };
};

const booleanCell = (text: string): CellReading => {
  const word = normalised(text);
  if (TRUE.has(word)) return { value: true };
  return FALSE.has(word) ? { value: false } : unread(text, 'not-yes-or-no');
};

const CODE_AND_LABEL = /^(\S+?)\s*[-–—:.)]\s*(\D[\s\S]*)$/;

/** A code is written `1`, or `1,00` where its column shows decimals; `1.000` is a thousand. */
const isCode = ({ value }: ChoiceOption, text: string): boolean =>
  typeof value === 'number'
    ? /^\d+([.,]0{1,2})?$/.test(text) && Number.parseInt(text, 10) === value
    : value === text;

/** A code by itself, by its label, or by both. */
const choiceCell = ({ options }: ChoiceField, text: string): CellReading => {
  const code = options.find((option) => isCode(option, text));
  if (code) return { value: code.value };
  const labelled = options.filter(({ label }) => label && normalised(label) === normalised(text));
  if (labelled.length > 1) return unread(text, 'ambiguous-code');
  if (labelled[0]) return { value: labelled[0].value };
  const [, before = '', after = ''] = CODE_AND_LABEL.exec(text) ?? [];
  const named = before === '' ? undefined : options.find((option) => isCode(option, before));
  if (!named) return unknownCode(text, options);
  return named.label === undefined || normalised(named.label) === normalised(after)
    ? { value: named.value }
    : unread(text, 'code-and-label-differ');
};

/** A number outside the table stays a number, as if it had been typed. */
const unknownCode = (text: string, options: ChoiceOption[]): CellReading => {
  const numeric = options.some(({ value }) => typeof value === 'number');
  const number = /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  return { value: numeric && number !== undefined ? number : text, fault: 'unknown-code' };
};
