import { fieldAt } from '../../app/catalogue.ts';
import type { ArrayField, LayoutField, ObjectField } from '../../app/form.ts';
import { type Pointer, pointerTokens } from '../../base/json-pointer.ts';

/** One row of an array by its number: `Lote 1`. `index`: from 0. */
export const rowTitle = ({ label, items }: ArrayField, index: number): string =>
  `${items.label || label} ${index + 1}`;

/**
 * The labels that lead to a field, outermost first: `Lote 1`, `Item 2`, `Valor de referência`; `Lotes` where `*` stands for
 * any row.
 */
export const labelPath = (form: ObjectField, pointer: Pointer): string[] => {
  const labels: string[] = [];
  let field: LayoutField | undefined = form;
  for (const token of pointerTokens(pointer)) {
    const owner: LayoutField | undefined = field;
    field = field && fieldAt(field, [token]);
    if (owner?.kind === 'array' && token === '*') continue;
    if (owner?.kind === 'array') labels.splice(-1, 1, rowTitle(owner, Number(token)));
    else labels.push(field?.label ?? token);
  }
  return labels;
};
