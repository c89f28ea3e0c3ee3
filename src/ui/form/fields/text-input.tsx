import type { DateField, NumberField, TextField } from '../../../app/form.ts';
import { isCivilDate } from '../../../base/civil-date.ts';
import { Field } from '../../parts/field.tsx';
import { dateMask } from '../date-mask.ts';
import { fieldId } from '../field-id.ts';
import { type FieldProps, useErrors, useForm } from '../form-context.ts';
import { useTypedText } from '../typed-text.ts';
import { DatePicker } from './date-picker.tsx';

type TypedField = TextField | DateField | NumberField;

const inputMode = (field: TypedField) => {
  if (field.kind === 'number') return 'decimal';
  return field.kind === 'text' ? 'text' : 'numeric';
};

/** A field that is typed: text, date or number. */
export const TextInput = (props: FieldProps<TypedField>) => {
  const { field, pointer, value } = props;
  const { readOnly, onEdit } = useForm();
  const set = (typed: typeof value) => {
    if (typed === value) return;
    onEdit(typed === undefined ? { op: 'remove', pointer } : { op: 'set', pointer, value: typed });
  };
  const { text, type, leave } = useTypedText(field, value, set);
  const long = field.kind === 'text' && field.long;
  const unit = 'unit' in field ? field.unit : undefined;
  return (
    <Field {...field} id={fieldId(pointer)} errors={useErrors(props)} wide={long}>
      {(control) => {
        const attributes = {
          ...control,
          class: 'input',
          value: text,
          readOnly: readOnly.value,
          onBlur: leave,
        };
        if (long) {
          return (
            <textarea
              {...attributes}
              rows={2}
              onInput={({ currentTarget }) => type(currentTarget.value)}
            />
          );
        }
        return (
          <div class={`input-line input-${field.kind}`}>
            {unit === 'R$' && <span class="input-unit">R$</span>}
            <input
              {...attributes}
              type="text"
              inputMode={inputMode(field)}
              autocomplete="off"
              placeholder={field.kind === 'date' ? 'dd/mm/aaaa' : undefined}
              onInput={({ currentTarget }) =>
                type(
                  field.kind === 'date' ? dateMask(currentTarget.value, text) : currentTarget.value,
                )
              }
            />
            {unit && unit !== 'R$' && <span class="input-unit">{unit}</span>}
            {field.kind === 'date' && !readOnly.value && (
              <DatePicker
                label={field.label}
                date={typeof value === 'string' && isCivilDate(value) ? value : ''}
                onPick={set}
              />
            )}
          </div>
        );
      }}
    </Field>
  );
};
