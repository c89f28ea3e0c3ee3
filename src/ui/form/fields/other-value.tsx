import type { OtherField } from '../../../app/form.ts';
import { Field } from '../../parts/field.tsx';
import { formText as text } from '../../text/form.ts';
import { fieldId } from '../field-id.ts';
import { type FieldProps, useErrors } from '../form-context.ts';

/** What the form cannot fill in, shown as it is. */
export const OtherValue = (props: FieldProps<OtherField>) => (
  <Field
    {...props.field}
    id={fieldId(props.pointer)}
    errors={useErrors(props)}
    help={text.onlyShown}
    wide
  >
    {(control) => (
      <textarea
        {...control}
        class="input"
        readOnly
        value={props.value === undefined ? '' : JSON.stringify(props.value, null, 2)}
      />
    )}
  </Field>
);
