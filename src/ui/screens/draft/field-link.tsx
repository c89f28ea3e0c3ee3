import type { ObjectField } from '../../../app/form.ts';
import type { Pointer } from '../../../base/json-pointer.ts';
import { focusField } from '../../form/field-id.ts';
import { labelPath } from '../../form/label-path.ts';
import { draftText as text } from '../../text/rascunho.ts';

/** A field by the labels that lead to it; a click moves there. */
export const FieldLink = ({ form, pointer }: { form: ObjectField; pointer: Pointer }) => (
  <button type="button" class="link" onClick={() => focusField(pointer)}>
    {labelPath(form, pointer).join(' › ') || text.start}
  </button>
);
