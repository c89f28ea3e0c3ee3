import type { BooleanField } from '../../../app/form.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { formText as text } from '../../text/form.ts';
import { fieldId } from '../field-id.ts';
import { type FieldProps, useErrors, useForm } from '../form-context.ts';

/** Sim or Não, or no answer yet. */
export const BooleanInput = (props: FieldProps<BooleanField>) => {
  const { field, pointer, value } = props;
  const { readOnly, onEdit } = useForm();
  const id = fieldId(pointer);
  return (
    <Field {...field} id={id} errors={useErrors(props)} group>
      {(control) => (
        <div class="radios">
          {[true, false].map((answer) => (
            <label key={String(answer)} class="radio">
              <input
                {...control}
                id={answer ? id : `${id}-nao`}
                type="radio"
                name={id}
                disabled={readOnly.value}
                checked={value === answer}
                onChange={() => onEdit({ op: 'set', pointer, value: answer })}
              />
              {answer ? text.yes : text.no}
            </label>
          ))}
          {value !== undefined && !readOnly.value && (
            <Button
              look="quiet"
              aria-label={text.clearOf(field.label)}
              onClick={() => onEdit({ op: 'remove', pointer })}
            >
              {text.clear}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
};
