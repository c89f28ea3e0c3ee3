import { type CellField, rowShapeOf } from '../../layout/row-shape.ts';
import type { LayoutField } from '../../layout/types.ts';

/** A field that a column of a file can go to: of the row itself, or of rows within it. */
export interface TableTarget {
  /** `remuneracao[].valor`; the same in every version of a layout that has the field. */
  key: string;
  /** Its label, after those of what it stands in. */
  label: string;
  /** Names from the row to the rows within it, and so on; the last from the innermost row to the value. */
  levels: readonly (readonly string[])[];
  field: CellField;
}

/** The fields of an array's rows that columns can go to, those of the row itself first. `items`: `ArrayField.items`. */
export const targetsOf = (items: LayoutField): TableTarget[] => {
  const { columns, nested } = rowShapeOf(items);
  const own = columns.map(({ path, label, field }) => ({
    ...{ key: path.join('.'), label, field },
    levels: [path],
  }));
  const deeper = nested.flatMap((rows) =>
    targetsOf(rows.field.items).map((target) => ({
      key: `${rows.path.join('.')}[].${target.key}`,
      label: `${rows.label} › ${target.label}`,
      levels: [rows.path, ...target.levels],
      field: target.field,
    })),
  );
  return [...own, ...deeper];
};
