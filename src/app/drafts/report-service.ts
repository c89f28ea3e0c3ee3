import type { JsonObject } from '../../base/json.ts';
import { type LiveReport, openLiveReport, type ReportChange } from '../../draft/live-report.ts';
import type { Edit } from '../../draft/types.ts';
import type { ReportEntry } from '../../validation/report.ts';

/** Reports on one draft, in its worker or, where there is none, in the page. */
export const reportService = () => {
  let report: LiveReport | undefined;
  return {
    /** Begins with the document as it is now; gives the whole report. Throws `SchemaError`. */
    open(schema: JsonObject, document: JsonObject): readonly ReportEntry[] {
      report = openLiveReport(schema, document);
      return report.entries;
    },

    /** Makes edits of that document; gives what became of the report. Throws where none was opened. */
    edit(edits: readonly Edit[]): ReportChange {
      if (!report) throw new Error('no document is open');
      return report.edit(edits);
    },
  };
};

export type ReportService = ReturnType<typeof reportService>;
