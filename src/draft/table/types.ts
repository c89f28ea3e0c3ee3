import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';

/**
 * A cell as a spreadsheet or a text holds it, `''` for an empty one; dates of a spreadsheet are `yyyy-MM-dd`, with ` HH:mm:ss`
 * where there is a time. `null`: a formula whose result the file does not hold.
 */
export type SheetCell = string | number | boolean | null;

/** The lines of a sheet or of a text, each as long as it is written. */
export type SheetLines = readonly (readonly SheetCell[])[];

/** Why a cell could not be read; what stood in it stays as text in the draft. */
export type CellFault =
  | 'not-a-number'
  | 'not-an-integer'
  /** More digits than a JSON number keeps. */
  | 'too-many-digits'
  | 'not-a-date'
  | 'not-yes-or-no'
  /** No code of the field's table, nor the label of one. */
  | 'unknown-code'
  /** The label of several codes. */
  | 'ambiguous-code'
  /** `1 - Correção`, where the table calls 1 something else. */
  | 'code-and-label-differ'
  /** A name, where only a file can be attached. */
  | 'not-a-file'
  /** `#N/D`, `#REF!`: the spreadsheet itself could not tell. */
  | 'spreadsheet-error'
  /** A formula whose result was not kept in the file. */
  | 'formula-without-value';

/** What was supposed in reading a cell; to be told. */
export type CellNote =
  | 'zeros-restored'
  | 'wrong-check-digits'
  | 'year-of-two-digits'
  | 'serial-date'
  | 'time-left-out';

/** What a cell says. `value`: `undefined` for an empty cell; the text itself where there is a fault. */
export interface CellReading {
  value: Json | undefined;
  fault?: CellFault;
  note?: CellNote;
}

/** A cell that could not be read. `pointer`: from the array: `/12/valor`. */
export interface UnreadCell {
  pointer: Pointer;
  text: string;
  fault: CellFault;
}
