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
  /** Path of the outermost optional section around it: it goes from the row with the last value in it. */
  section?: readonly string[];
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

interface Around {
  labels: readonly string[];
  section?: readonly string[];
}

/** The shape of an array's rows. `items`: `ArrayField.items`. */
export const rowShapeOf = (items: LayoutField): RowShape => {
  const shape: RowShape = { columns: [], nested: [] };
  const add = (field: LayoutField, path: readonly string[], around: Around): void => {
    const label = [...around.labels, field.label].join(' › ');
    const { section } = around;
    if (field.kind === 'array') shape.nested.push({ path, label, field });
    else if (field.kind === 'object') {
      const within = insideOf(field, path, around);
      for (const member of membersOf(field)) add(member, [...path, member.name], within);
    } else if (field.kind !== 'other') {
      shape.columns.push({ path, label, field, ...(section && { section }) });
    }
  };
  add(items, [], { labels: [] });
  return shape;
};

const insideOf = (field: ObjectField, path: readonly string[], around: Around): Around => {
  if (path.length === 0) return around;
  const section = around.section ?? (field.required ? undefined : path);
  return { labels: [...around.labels, field.label], ...(section && { section }) };
};
