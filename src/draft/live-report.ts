import type { JsonObject } from '../base/json.ts';
import { compileRunningReport, type ReportEntry } from '../validation/report.ts';
import { applyEdit } from './edit.ts';
import { payloadOf } from './payload.ts';
import type { Edit } from './types.ts';

/** How a report became another: from index `at` on, `removed` entries gave way to those `added`. */
export interface ReportChange {
  at: number;
  removed: number;
  added: ReportEntry[];
}

/** The report on a draft while it is edited. */
export interface LiveReport {
  /** The whole report on the draft as it was opened. */
  entries: readonly ReportEntry[];
  /** Makes the edits, and tells what became of the report. */
  edit(edits: readonly Edit[]): ReportChange;
}

const isSame = (one: ReportEntry | undefined, other: ReportEntry | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const changeBetween = (
  before: readonly ReportEntry[],
  after: readonly ReportEntry[],
): ReportChange => {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && isSame(before[at], after[at])) at++;
  let kept = 0;
  while (kept < shorter - at && isSame(before.at(-1 - kept), after.at(-1 - kept))) kept++;
  return {
    at,
    removed: before.length - at - kept,
    added: after.slice(at, after.length - kept),
  };
};

/** The report after the change; the very list given where nothing changed. */
export const changedReport = (
  before: readonly ReportEntry[],
  { at, removed, added }: ReportChange,
): readonly ReportEntry[] =>
  removed === 0 && added.length === 0
    ? before
    : [...before.slice(0, at), ...added, ...before.slice(at + removed)];

/**
 * Reports on what the court would get of a draft, edit after edit: only what an edit touched is looked at again, in rows
 * by the thousand, too. Throws `SchemaError` for an invalid schema.
 */
export const openLiveReport = (schema: JsonObject, opened: JsonObject): LiveReport => {
  const reportOn = compileRunningReport(schema);
  let document = opened;
  let entries = reportOn(payloadOf(document));
  return {
    entries,
    edit: (edits) => {
      const before = entries;
      document = edits.reduce(applyEdit, document);
      entries = reportOn(payloadOf(document));
      return changeBetween(before, entries);
    },
  };
};
