import type { ArrayField, LayoutField, ObjectField, OtherField } from './types.ts';
import { membersOf } from './walk.ts';

/** A field that one cell of a table can hold. */
export type CellField = Exclude<LayoutField, ObjectField | ArrayField | OtherField>;

/** One value of each row; `path`: names of members from the row, empty where the row is the value itself. */
export interface Column {
  path: readonly string[];
  /** The field's label, after those of the sections that it stands in. */
  label: string;
  field: CellField;
}

/** Rows within each row. */
export interface NestedRows {
  path: readonly string[];
  label: string;
  field: ArrayField;
}

/** The rows of an array as a table: sections within a row are columns, too; arrays within it stay apart. */
export interface RowShape {
  columns: Column[];
  nested: NestedRows[];
}

/** The shape of an array's rows. `items`: `ArrayField.items`. */
export const rowShapeOf = (items: LayoutField): RowShape => {
  const shape: RowShape = { columns: [], nested: [] };
  const add = (field: LayoutField, path: readonly string[], around: readonly string[]): void => {
    const label = [...around, field.label].join(' › ');
    if (field.kind === 'array') shape.nested.push({ path, label, field });
    else if (field.kind === 'object') {
      const within = path.length === 0 ? around : [...around, field.label];
      for (const member of membersOf(field)) add(member, [...path, member.name], within);
    } else if (field.kind !== 'other') shape.columns.push({ path, label, field });
  };
  add(items, [], []);
  return shape;
};
