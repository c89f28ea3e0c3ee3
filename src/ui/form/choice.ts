import type { ChoiceOption } from '../../app/form.ts';
import type { Json } from '../../base/json.ts';

/** A code with its label, as it is chosen and read. */
export const optionText = ({ value, label }: ChoiceOption): string =>
  label ? `${value} – ${label}` : String(value);

/** Position of a value in the list, as the text of an option's value; `''` for none. */
export const indexOf = (options: readonly ChoiceOption[], value: Json | undefined): string => {
  const index = options.findIndex((option) => option.value === value);
  return index < 0 ? '' : String(index);
};
