import type { UnzipFault } from '../../base/zip/directory.ts';
import type { SheetLines } from './types.ts';

/** What is told of a sheet as a whole, and how often it was met. */
export interface SheetNote {
  note:
    | 'broken-quotes'
    /** Ranges whose cells were all given what stands in the first. */
    | 'merged-cells'
    | 'formulas-without-value';
  count: number;
}

/** The lines of a sheet or text, from its first. */
export interface Sheet {
  lines: SheetLines;
  notes: SheetNote[];
}

/** Why a file is not read as a table. */
export type TableFault =
  | UnzipFault
  /** Neither text nor XLSX. */
  | 'no-table'
  /** `.xls` of before 2007, or an XLSX with a password: the same container. */
  | 'old-excel'
  /** LibreOffice's own format. */
  | 'open-document'
  /** More bytes than are read. */
  | 'file-too-large'
  /** More lines or cells than are read. */
  | 'too-long'
  | 'empty'
  | 'unreadable';
