import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { emptySection } from '../../draft/sections.ts';
import type { Edit } from '../../draft/types.ts';
import type { ArrayField } from '../../layout/types.ts';

/** Where imported rows go: behind those there are, or in their place. */
export type ImportMode = 'append' | 'replace';

/** The rows that stay before imported ones. Rows in which nothing was filled in yet do not. */
export const rowsKept = (
  field: ArrayField,
  rows: readonly Json[],
  mode: ImportMode,
): readonly Json[] => {
  if (mode === 'replace') return [];
  const empty = JSON.stringify(emptySection(field.items));
  const isEmpty = (row: Json) => [empty, '{}', '""'].includes(JSON.stringify(row));
  return rows.every(isEmpty) ? [] : rows;
};

/** One change, which one undo takes back. */
export const rowsEdit = (
  pointer: Pointer,
  kept: readonly Json[],
  imported: readonly Json[],
): Edit => ({
  op: 'set',
  pointer,
  value: [...kept, ...imported],
});
