import { signal } from '@preact/signals';
import { isJsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { LayoutId } from '../layout/types.ts';
import { stores } from './stores.ts';

/** How a person wants to see the rows of an array. */
export type RowsView = 'grid' | 'form';

const SETTING = 'rows-view';

const chosen = signal<Readonly<Record<string, RowsView>>>({});

const keyOf = ({ spc, slp }: LayoutId, schemaPointer: Pointer): string =>
  `${spc}/${slp}${schemaPointer}`;

/** What was chosen for an array, by where its schema stands; `undefined`: nothing yet. */
export const rowsViewOf = (layout: LayoutId, schemaPointer: Pointer): RowsView | undefined =>
  chosen.value[keyOf(layout, schemaPointer)];

export const loadRowsViews = async (): Promise<void> => {
  const kept = await stores.settings.get(SETTING);
  if (!isJsonObject(kept)) return;
  const views = Object.entries(kept).flatMap(([key, view]): [string, RowsView][] =>
    view === 'grid' || view === 'form' ? [[key, view]] : [],
  );
  chosen.value = { ...Object.fromEntries(views), ...chosen.value };
};

/** Remembers it in this browser; where nothing can be kept, for this visit. */
export const chooseRowsView = (
  layout: LayoutId,
  schemaPointer: Pointer,
  view: RowsView,
): Promise<unknown> => {
  chosen.value = { ...chosen.value, [keyOf(layout, schemaPointer)]: view };
  return stores.settings.set(SETTING, { ...chosen.value });
};
