import { type ObjectField, switchOff, switchOn } from '../../app/form.ts';
import { formText as text } from '../text/form.ts';
import { type PartProps, useForm } from './form-context.ts';
import { Groups } from './groups.tsx';
import { SectionFrame } from './section-frame.tsx';

/** An object; where it is optional it can be left out, and what was in it is kept. */
export const Section = (props: PartProps<ObjectField>) => {
  const { field, pointer, value } = props;
  const { document, readOnly, onEdit } = useForm();
  const on = value !== undefined;
  return (
    <SectionFrame {...props}>
      {(!field.required || !on) && (
        <label class="switch">
          <input
            type="checkbox"
            checked={on}
            disabled={readOnly.value}
            onChange={() =>
              onEdit(on ? switchOff(pointer) : switchOn(document.peek(), pointer, field))
            }
          />
          {text.informPart}
        </label>
      )}
      {on && <Groups {...props} />}
    </SectionFrame>
  );
};
