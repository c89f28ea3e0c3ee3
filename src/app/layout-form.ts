import { publicTables, tablesIn } from '../layout/code-tables.ts';
import { fieldsOf } from '../layout/fields.ts';
import { loadSide } from '../layout/side.ts';
import type { CachedLayout, ObjectField } from '../layout/types.ts';
import { ownTables } from './code-tables.ts';
import { type LayoutPeriod, layoutFor } from './layouts.ts';

/** The form of a layout, with what we know of its fields. */
export const formOf = async (layout: CachedLayout): Promise<ObjectField> => {
  const [side, own, published] = await Promise.all([loadSide(layout), ownTables(), publicTables()]);
  return fieldsOf(layout.schema, layout, {
    side,
    tables: tablesIn(layout, [...own, ...published]),
  });
};

/** The form of the layout of a month, for its labels; `undefined` where the layout is not to be had now. */
export const formFor = async (period: LayoutPeriod): Promise<ObjectField | undefined> => {
  const layout = await layoutFor(period);
  return layout.ok ? formOf(layout.value) : undefined;
};
