import type { ErrorEntry, ReportEntry } from '../../app/form.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';

/** The errors of a report by the pointer of the field they are shown at. */
export type EntriesByField = ReadonlyMap<Pointer, readonly ErrorEntry[]>;

/** What is no error to show while a draft is being filled in: rows just added are empty and therefore equal. */
const NOT_YET = new Set<string>(['required', 'minItems', 'uniqueItems']);

/**
 * Joins a report to the fields: a missing member is shown where it would stand, all else at the entry's own place.
 * `typing`: leaves out what is not filled in yet; `checking`: shows everything (after *Conferir*).
 */
export const entriesByField = (
  report: readonly ReportEntry[],
  moment: 'typing' | 'checking',
): EntriesByField => {
  const byField = new Map<Pointer, ErrorEntry[]>();
  const add = (pointer: Pointer, entry: ErrorEntry) =>
    byField.set(pointer, [...(byField.get(pointer) ?? []), entry]);
  for (const entry of report) {
    if (entry.level === 'warning') continue;
    if (moment === 'typing' && NOT_YET.has(entry.keyword)) continue;
    const owner = entry.instance.pointer;
    if (entry.keyword !== 'required') add(owner, entry);
    else for (const name of entry.missing) add(pointerTo(owner, name), entry);
  }
  return byField;
};

/** How many errors there are in all, each counted where it is shown. */
export const errorCount = (byField: EntriesByField): number => errorsWithin(byField, '');

/** How many errors stand at a part of the form or within it. */
export const errorsWithin = (byField: EntriesByField, pointer: Pointer): number => {
  let count = 0;
  for (const [at, entries] of byField) {
    if (at === pointer || at.startsWith(`${pointer}/`)) count += entries.length;
  }
  return count;
};
