/** What the import sheet needs of the stages below. */
export type { MatchReason } from '../../draft/table/match-columns.ts';
export type { ColumnNote, ReadRows, UnreadFileCell } from '../../draft/table/read-rows.ts';
export { SEPARATORS, type Separator } from '../../draft/table/separators.ts';
export type { SheetNote, TableFault } from '../../draft/table/sheet.ts';
export type {
  ChosenColumns,
  FileColumn,
  ImportChoice,
  RecognisedTable,
  TablePreview,
} from '../../draft/table/table-import.ts';
export { type TableTarget, targetsOf } from '../../draft/table/targets.ts';
export type { TextEncodingName } from '../../draft/table/text-encoding.ts';
export type { CellFault, CellNote } from '../../draft/table/types.ts';
