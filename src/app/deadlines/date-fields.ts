import { pointerTo } from '../../base/json-pointer.ts';
import type { LayoutField, LayoutId } from '../../layout/types.ts';
import { formFor, formOf } from '../layout-form.ts';
import { layouts } from '../state.ts';
import { todayHere } from './deadlines.ts';

/** A date that a layout asks for; `from` as in a `DeadlineRule`, `label`: the labels that lead to it, outermost first. */
export interface DateField {
  from: string;
  label: string[];
}

/** The dates of a layout, in the order of its form; none where its schema is not to be had. */
export const dateFieldsOf = async ({ spc, slp }: LayoutId): Promise<DateField[]> => {
  const kept = layouts.value
    .filter((each) => each.spc === spc && each.slp === slp)
    .sort((one, other) => other.ano * 12 + other.mes - one.ano * 12 - one.mes)[0];
  const [ano, mes] = todayHere().split('-').map(Number);
  const form = kept
    ? await formOf(kept)
    : await formFor({ spc, slp, mes: mes ?? 1, ano: ano ?? 0 });
  return form ? datesIn(form, '', []) : [];
};

const datesIn = (field: LayoutField, from: string, label: string[]): DateField[] => {
  switch (field.kind) {
    case 'date':
      return [{ from, label }];
    case 'array':
      return datesIn(field.items, `${from}/*`, label);
    case 'object':
      return field.groups
        .flatMap(({ fields }) => fields)
        .flatMap((each) => datesIn(each, pointerTo(from, each.name), [...label, each.label]));
    default:
      return [];
  }
};
