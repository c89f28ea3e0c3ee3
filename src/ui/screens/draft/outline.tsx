import type { ObjectField } from '../../../app/form.ts';
import { pointerTo } from '../../../base/json-pointer.ts';
import { type EntriesByField, errorsWithin } from '../../form/entries-by-field.ts';
import { focusField } from '../../form/field-id.ts';
import { draftText as text } from '../../text/rascunho.ts';

interface OutlineProps {
  form: ObjectField;
  errors: EntriesByField;
}

/** The parts of the form with the errors in each; a click moves there. */
export const Outline = ({ form, errors }: OutlineProps) => (
  <nav class="outline" aria-label={text.outline}>
    <ul>
      {form.groups.map(({ title, fields }) => {
        const first = fields[0];
        const count = fields
          .map(({ name }) => errorsWithin(errors, pointerTo('', name)))
          .reduce((sum, one) => sum + one, 0);
        return (
          first && (
            <li key={first.name}>
              <button
                type="button"
                class="outline-link"
                onClick={() => focusField(pointerTo('', first.name))}
              >
                {title ?? text.start}
                {count > 0 && <span class="chip chip-danger">{count}</span>}
              </button>
            </li>
          )
        );
      })}
    </ul>
  </nav>
);
