import { isJsonObject, type Json } from '../base/json.ts';
import { type Pointer, pointerTo, valueAt } from '../base/json-pointer.ts';
import { showText } from './field-text.ts';
import type { LayoutField, ObjectField } from './types.ts';

/** A member of a payload in the words of its form. */
export interface TellingField {
  label: string;
  text: string;
}

const MOST = 4;

/**
 * What a person tells a payload by, at most four of its members: what the layout is known by (`summary` of its side file),
 * then what it is about, its number, an amount of money and a date, each the first in the order of the form.
 */
export const tellingFields = (
  form: ObjectField,
  payload: Json,
  summary: readonly Pointer[][],
): TellingField[] => {
  const scalars = scalarsIn(form, '', payload);
  const named = new Set(summary.flat());
  const known = summary.flatMap((part) => {
    const parts = part.flatMap((pointer) => scalars.find((one) => one.pointer === pointer) ?? []);
    const [first] = parts;
    return first ? [{ label: first.label, text: parts.map(({ text }) => text).join('/') }] : [];
  });
  const rest = scalars.filter(({ pointer }) => !named.has(pointer));
  const others = TELLS.flatMap((tells) => rest.find(({ field }) => tells(field)) ?? []);
  return [...known, ...others.map(({ label, text }) => ({ label, text }))].slice(0, MOST);
};

const TELLS: ((field: LayoutField) => boolean)[] = [
  (field) => field.kind === 'text' && field.long,
  (field) => field.kind === 'text' && !field.long,
  (field) => field.kind === 'number' && field.unit === 'R$',
  (field) => field.kind === 'date',
];

interface Scalar extends TellingField {
  pointer: Pointer;
  field: LayoutField;
}

const SHOWN = new Set<LayoutField['kind']>(['text', 'date', 'number', 'integer']);

/** The filled members that are texts, dates and numbers, in the order of the form; those of lists are not told apart. */
const scalarsIn = ({ groups }: ObjectField, at: Pointer, payload: Json): Scalar[] =>
  groups
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const pointer = pointerTo(at, field.name);
      const value = valueAt(payload, pointer);
      if (field.kind === 'object') {
        return isJsonObject(value) ? scalarsIn(field, pointer, payload) : [];
      }
      const text = SHOWN.has(field.kind) ? showText(field, value) : '';
      return text === '' ? [] : [{ pointer, field, label: field.label, text }];
    });
