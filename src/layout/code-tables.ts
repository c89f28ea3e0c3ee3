import tables from './codes.json' with { type: 'json' };
import type { LayoutId } from './types.ts';

/** The labels of a field's codes in a layout; empty where the court's table is not public. */
export const codeLabels = ({ spc, slp }: LayoutId, fieldName: string): Map<number, string> => {
  const layout = `${spc}/${slp}`;
  const table = tables.find(
    ({ fields, layouts }) => fields.includes(fieldName) && layouts.includes(layout),
  );
  return new Map(table?.items.map(({ code, label }) => [code, label]));
};
