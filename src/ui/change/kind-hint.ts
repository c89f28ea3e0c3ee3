import type { LayoutField, ObjectField } from '../../app/form.ts';
import { changeText as text } from '../text/mudar-entrega.ts';

/** The form of a draft, which says at the kind of delivery which kinds serve for what becomes of it. */
export const withKindHint = (form: ObjectField, isAlteration: boolean): ObjectField => {
  const hint = text.kindHint[isAlteration ? 'change' : 'initial'];
  const hinted = (field: LayoutField): LayoutField =>
    field.name === 'codTipoEnvio' ? { ...field, hint } : field;
  return {
    ...form,
    groups: form.groups.map((group) => ({ ...group, fields: group.fields.map(hinted) })),
  };
};
