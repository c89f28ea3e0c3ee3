import type { ChoiceField, ChoiceOption } from '../../../app/form.ts';
import type { Json } from '../../../base/json.ts';
import { Field } from '../../parts/field.tsx';
import { optionText, formText as text } from '../../text/form.ts';
import { fieldId } from '../field-id.ts';
import { type FieldProps, useErrors, useForm } from '../form-context.ts';

/** Position of a value in the list, as the text of an option's value; `''` for none. */
const indexOf = (options: ChoiceOption[], value: Json | undefined): string => {
  const index = options.findIndex((option) => option.value === value);
  return index < 0 ? '' : String(index);
};

/** Where no code has a name, where names can be had. */
const helpOf = ({ help, options }: ChoiceField): string | undefined =>
  help ?? (options.some(({ label }) => label) ? undefined : text.codesWithoutNames);

/** A code chosen from its table. */
export const ChoiceInput = (props: FieldProps<ChoiceField>) => {
  const { field, pointer, value } = props;
  const { readOnly, onEdit } = useForm();
  const chosen = indexOf(field.options, value);
  const foreign = value !== undefined && chosen === '';
  const choose = (index: string) => {
    const option = field.options[Number(index)];
    if (index === '' || !option) onEdit({ op: 'remove', pointer });
    else onEdit({ op: 'set', pointer, value: option.value });
  };
  return (
    <Field {...field} help={helpOf(field)} id={fieldId(pointer)} errors={useErrors(props)}>
      {(control) => (
        <select
          {...control}
          class="input"
          disabled={readOnly.value}
          value={foreign ? 'foreign' : chosen}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{text.choose}</option>
          {foreign && (
            <option value="foreign" disabled>
              {text.foreign(JSON.stringify(value))}
            </option>
          )}
          {field.options.map((option, index) => (
            <option key={option.value} value={index}>
              {optionText(option)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
