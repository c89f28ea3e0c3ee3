import type { ErrorEntry, ReportEntry } from '../../app/form.ts';
import { type Pointer, pointerTo } from '../../base/json-pointer.ts';

/** An error and the field it is shown at. */
export interface ShownError {
  pointer: Pointer;
  entry: ErrorEntry;
}

/** The errors of a report by the pointers of the fields they are shown at, until the index is told of another report. */
export interface FormErrors {
  /** All of them, in the order of the report. */
  shown: readonly ShownError[];
  /** The lists of all fields that have errors, in no order; another object for each report. */
  byField: Iterable<[Pointer, readonly ErrorEntry[]]>;
  /** Those at one field; the very list of before while they are the same. */
  at(pointer: Pointer): readonly ErrorEntry[];
  /** How many stand at a part of the form or within it. */
  within(pointer: Pointer): number;
}

/** `typing`: without what is not filled in yet; `checking`: everything (after *Conferir*). */
export type Moment = 'typing' | 'checking';

/** What is no error to show while a draft is being filled in: rows just added are empty and therefore equal. */
const NOT_YET = new Set<string>(['required', 'minItems', 'uniqueItems']);

const NONE: readonly ErrorEntry[] = [];

const placesOf = (entry: ErrorEntry): Pointer[] => {
  const owner = entry.instance.pointer;
  return entry.keyword === 'required'
    ? entry.missing.map((name) => pointerTo(owner, name))
    : [owner];
};

/** The errors of a report at their fields: a missing member where it would stand, all else at the entry's own place. */
export const shownErrors = (report: readonly ReportEntry[], moment: Moment): ShownError[] =>
  report.flatMap((entry) => {
    if (entry.level === 'warning') return [];
    if (moment === 'typing' && NOT_YET.has(entry.keyword)) return [];
    return placesOf(entry).map((pointer) => ({ pointer, entry }));
  });

/** Every part of the form that a pointer lies in, itself and the whole form included. */
const partsAround = (pointer: Pointer): Pointer[] =>
  pointer === ''
    ? [pointer]
    : [pointer, ...partsAround(pointer.slice(0, pointer.lastIndexOf('/')))];

/** What of two lists is not the same at their beginnings and ends. */
const difference = <T>(before: readonly T[], after: readonly T[]) => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return {
    gone: before.slice(start, before.length - kept),
    come: after.slice(start, after.length - kept),
  };
};

/**
 * Joins one report of a form after the other to the fields. Reports have most of their entries in common: only where they
 * differ the index is made anew.
 */
export const errorIndex = (): ((report: readonly ReportEntry[], moment: Moment) => FormErrors) => {
  const byField = new Map<Pointer, readonly ErrorEntry[]>();
  const counts = new Map<Pointer, number>();
  let known: { report: readonly ReportEntry[]; moment: Moment } = { report: [], moment: 'typing' };

  const count = (pointer: Pointer, by: 1 | -1) => {
    for (const part of partsAround(pointer)) counts.set(part, (counts.get(part) ?? 0) + by);
  };
  const remove = ({ pointer, entry }: ShownError) => {
    const left = (byField.get(pointer) ?? NONE).filter((other) => other !== entry);
    if (left.length > 0) byField.set(pointer, left);
    else byField.delete(pointer);
    count(pointer, -1);
  };
  const add = ({ pointer, entry }: ShownError) => {
    byField.set(pointer, [...(byField.get(pointer) ?? NONE), entry]);
    count(pointer, 1);
  };

  return (report, moment) => {
    if (moment !== known.moment) {
      byField.clear();
      counts.clear();
      known = { report: [], moment };
    }
    const { gone, come } = difference(known.report, report);
    for (const error of shownErrors(gone, moment)) remove(error);
    for (const error of shownErrors(come, moment)) add(error);
    known = { report, moment };
    return {
      shown: shownErrors(report, moment),
      byField: { [Symbol.iterator]: () => byField.entries() },
      at: (pointer) => byField.get(pointer) ?? NONE,
      within: (pointer) => counts.get(pointer) ?? 0,
    };
  };
};
