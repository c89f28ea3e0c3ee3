import { isCivilDate } from '../base/civil-date.ts';
import type { Json } from '../base/json.ts';
import type { ChoiceField, LayoutField } from '../layout/types.ts';

/**
 * A value as a field of another version of its layout holds it, exactly; `undefined` where it cannot. `from`: the field
 * it was in, if it was in one. Of the same kind it stays as it is, wrong or not: the report tells.
 */
export const convertedTo = (
  field: LayoutField,
  value: Json,
  from: LayoutField | undefined,
): Json | undefined => {
  if (field.kind === 'choice' && typeof value !== 'object') return optionOf(field, value, from);
  if (value === null || value === '' || field.kind === from?.kind) return value;
  // Which file it is says nothing to anybody without the file.
  if (typeof value === 'object' || from?.kind === 'file') return undefined;
  switch (field.kind) {
    case 'text':
      return typeof value === 'boolean' ? undefined : String(value);
    case 'number':
      return numberOf(value);
    case 'integer': {
      const number = numberOf(value);
      return Number.isInteger(number) ? number : undefined;
    }
    case 'date':
      return typeof value === 'string' && isCivilDate(value) ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'other':
      return value;
    default:
      return undefined;
  }
};

const numberOf = (value: Json): number | undefined => {
  if (typeof value === 'number') return value;
  const number = Number(value);
  return typeof value === 'string' && String(number) === value ? number : undefined;
};

/** A code that is no option any more stays one, for the report to tell, where it could have been one. */
const optionOf = (
  { options }: ChoiceField,
  value: string | number | boolean,
  from: LayoutField | undefined,
): Json | undefined => {
  const option = options.find((each) => String(each.value) === String(value));
  if (option && typeof value !== 'boolean') return option.value;
  const couldBe = options.some((each) => typeof each.value === typeof value);
  return couldBe || value === '' || from?.kind === 'choice' ? value : undefined;
};
