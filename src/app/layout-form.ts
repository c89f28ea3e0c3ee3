import { publicTables, tablesIn } from '../layout/code-tables.ts';
import { fieldsOf } from '../layout/fields.ts';
import { loadSide } from '../layout/side.ts';
import type { LayoutVersion, ObjectField } from '../layout/types.ts';
import { ownTables } from './code-tables.ts';
import { layoutOf, type MadeWith } from './layouts.ts';

/** The form of a layout, with what we know of its fields. */
export const formOf = async (layout: LayoutVersion): Promise<ObjectField> => {
  const [side, own, published] = await Promise.all([loadSide(layout), ownTables(), publicTables()]);
  return fieldsOf(layout.schema, layout, {
    side,
    tables: tablesIn(layout, [...own, ...published]),
  });
};

/** The form that something was made with, for its labels; `undefined` where its layout is not to be had now. */
export const formFor = async (made: MadeWith): Promise<ObjectField | undefined> => {
  const layout = await layoutOf(made);
  return layout.ok ? formOf(layout.value) : undefined;
};
