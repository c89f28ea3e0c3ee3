import type { LayoutField, ObjectField } from '../../app/form.ts';
import { type Pointer, pointerTokens } from '../../base/json-pointer.ts';

const step = (field: LayoutField | undefined, token: string): LayoutField | undefined => {
  if (field?.kind === 'array') return field.items;
  if (field?.kind !== 'object') return undefined;
  return field.groups.flatMap(({ fields }) => fields).find(({ name }) => name === token);
};

/** The labels that lead to a field, outermost first: `Lote 1`, `Item 2`, `Valor de referência`. */
export const labelPath = (form: ObjectField, pointer: Pointer): string[] => {
  const labels: string[] = [];
  let field: LayoutField | undefined = form;
  for (const token of pointerTokens(pointer)) {
    const isRow: boolean = field?.kind === 'array';
    field = step(field, token);
    if (isRow) labels.push(`${labels.pop()} ${Number(token) + 1}`);
    else labels.push(field?.label ?? token);
  }
  return labels;
};
