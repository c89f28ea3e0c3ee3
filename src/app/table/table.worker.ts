import { expose } from 'comlink';
import { err, ok, type Result } from '../../base/result.ts';
import type { RememberedMatches } from '../../draft/table/match-columns.ts';
import { openPasted, openTable } from '../../draft/table/open-table.ts';
import type { ReadRows } from '../../draft/table/read-rows.ts';
import type { TableFault } from '../../draft/table/sheet.ts';
import {
  type ChosenColumns,
  type ImportChoice,
  type RecognisedTable,
  TableImport,
  type TablePreview,
} from '../../draft/table/table-import.ts';
import type { LayoutField } from '../../layout/types.ts';

type OnProgress = (share: number) => void;

let current: TableImport | undefined;
let remembered: RememberedMatches = {};

/** Reads tables of strangers; holds one at a time. Reading a large one is ended with the worker. */
const service = {
  /** Opens a file or a pasted text for an array's rows and says what it recognised. */
  async open(
    source: Blob | string,
    items: LayoutField,
    matches: RememberedMatches,
    onProgress: OnProgress,
  ): Promise<Result<RecognisedTable, TableFault>> {
    const opened = typeof source === 'string' ? ok(openPasted(source)) : await openTable(source);
    if (!opened.ok) return opened;
    current = new TableImport(opened.value, items);
    remembered = matches;
    return current.recognise({}, remembered, onProgress);
  },

  /** The same file with another sheet, separator or line of headings. */
  async choose(
    choice: ImportChoice,
    onProgress: OnProgress,
  ): Promise<Result<RecognisedTable, TableFault>> {
    return current ? current.recognise(choice, remembered, onProgress) : err('empty');
  },

  /** The first lines as they would be read. */
  preview(columns: ChosenColumns, most: number): TablePreview {
    return current?.preview(columns, most) ?? { lines: [], english: [] };
  },

  /** The rows that the file makes. `firstIndex`: of the first of them in the array. */
  rows(columns: ChosenColumns, firstIndex: number): ReadRows {
    return current?.rows(columns, firstIndex) ?? { rows: [], faults: [], notes: [] };
  },
};

export type TableService = typeof service;

expose(service);
