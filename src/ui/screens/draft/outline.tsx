import type { ObjectField } from '../../../app/form.ts';
import { showNumber } from '../../../base/brazilian-number.ts';
import { pointerTo } from '../../../base/json-pointer.ts';
import type { FormErrors } from '../../form/entries-by-field.ts';
import { focusField } from '../../form/field-id.ts';
import { draftText as text } from '../../text/rascunho.ts';
import { blocksOf } from './blocks.ts';

interface OutlineProps {
  form: ObjectField;
  errors: FormErrors;
}

/** The parts of the form with the errors in each; a click moves there. */
export const Outline = ({ form, errors }: OutlineProps) => (
  <nav class="outline" aria-label={text.outline}>
    <ul>
      {blocksOf(form).map(({ title, fields }) => {
        const pointers = fields.map(({ name }) => pointerTo('', name));
        const count = pointers.reduce((sum, pointer) => sum + errors.within(pointer), 0);
        return (
          <li key={pointers[0]}>
            <button
              type="button"
              class="outline-link"
              onClick={() => focusField(pointers[0] ?? '')}
            >
              {title}
              {count > 0 && <span class="chip chip-danger">{showNumber(count)}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  </nav>
);
