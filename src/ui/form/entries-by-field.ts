import type { ErrorEntry, ReportEntry } from '../../app/form.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';

/** An error and the field it is shown at. */
export interface ShownError {
  pointer: Pointer;
  entry: ErrorEntry;
}

/** The errors of a report by the pointers of the fields they are shown at. */
export interface FormErrors {
  /** All of them, in the order of the report. */
  shown: readonly ShownError[];
  byField: ReadonlyMap<Pointer, readonly ErrorEntry[]>;
  /** Those at one field; the very list of before while they are the same. */
  at(pointer: Pointer): readonly ErrorEntry[];
  /** How many stand at a part of the form or within it. */
  within(pointer: Pointer): number;
}

/** What is no error to show while a draft is being filled in: rows just added are empty and therefore equal. */
const NOT_YET = new Set<string>(['required', 'minItems', 'uniqueItems']);

const NONE: readonly ErrorEntry[] = [];

const placesOf = (entry: ErrorEntry): Pointer[] => {
  const owner = entry.instance.pointer;
  return entry.keyword === 'required'
    ? entry.missing.map((name) => pointerTo(owner, name))
    : [owner];
};

const shownOf = (report: readonly ReportEntry[], moment: 'typing' | 'checking'): ShownError[] =>
  report.flatMap((entry) => {
    if (entry.level === 'warning') return [];
    if (moment === 'typing' && NOT_YET.has(entry.keyword)) return [];
    return placesOf(entry).map((pointer) => ({ pointer, entry }));
  });

const isSame = (before: readonly ErrorEntry[], now: readonly ErrorEntry[]) =>
  before.length === now.length && before.every((entry, index) => entry === now[index]);

/** Every part of the form that a pointer lies in, itself and the whole form included. */
const partsAround = (pointer: Pointer): Pointer[] =>
  pointer === ''
    ? [pointer]
    : [pointer, ...partsAround(pointer.slice(0, pointer.lastIndexOf('/')))];

/**
 * Joins a report to the fields: a missing member is shown where it would stand, all else at the entry's own place.
 * `typing`: leaves out what is not filled in yet; `checking`: shows everything (after *Conferir*). `before`: what was
 * shown until now.
 */
export const formErrors = (
  report: readonly ReportEntry[],
  moment: 'typing' | 'checking',
  before?: FormErrors,
): FormErrors => {
  const shown = shownOf(report, moment);
  const byField = new Map<Pointer, ErrorEntry[]>();
  const counts = new Map<Pointer, number>();
  for (const { pointer, entry } of shown) {
    const others = byField.get(pointer);
    if (others) others.push(entry);
    else byField.set(pointer, [entry]);
    for (const part of partsAround(pointer)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const lists = new Map<Pointer, readonly ErrorEntry[]>();
  for (const [pointer, entries] of byField) {
    const former = before?.at(pointer) ?? NONE;
    lists.set(pointer, isSame(former, entries) ? former : entries);
  }
  return {
    shown,
    byField: lists,
    at: (pointer) => lists.get(pointer) ?? NONE,
    within: (pointer) => counts.get(pointer) ?? 0,
  };
};
