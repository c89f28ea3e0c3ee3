import { err, ok, type Result } from '../../base/result.ts';
import type { LayoutField } from '../../layout/types.ts';
import { headingLineOf } from './heading-line.ts';
import { type ColumnMatch, matchColumns, type RememberedMatches } from './match-columns.ts';
import type { OpenTable, TableChoice, TableKind } from './open-table.ts';
import { readCell, textOf } from './read-cell.ts';
import { numberStyleOf } from './read-number.ts';
import { type ImportedColumn, type ReadRows, readRows } from './read-rows.ts';
import type { Sheet, SheetNote, TableFault } from './sheet.ts';
import { type TableTarget, targetsOf } from './targets.ts';
import type { CellReading } from './types.ts';

/** What is read of a file: which sheet or separator, and where the headings stand. */
export interface ImportChoice extends TableChoice {
  /** The line of the headings, from 0; `none`: the first line is data already. Found where absent. */
  heading?: number | 'none';
}

/** A column of a file in which anything stands. `index`: of the cell in its line. */
export interface FileColumn {
  index: number;
  heading: string;
  /** The first texts in it. */
  samples: string[];
  match: ColumnMatch;
}

/** What was recognised in a file, to be agreed to or changed. */
export interface RecognisedTable {
  table: TableKind;
  choice: TableChoice;
  heading: number | 'none';
  /** Lines below the headings that are not empty. */
  lines: number;
  columns: FileColumn[];
  notes: SheetNote[];
}

/** Which field each column goes to: `TableTarget.key` by the column's index. */
export type ChosenColumns = readonly { index: number; target: string }[];

/** The first lines as they are read, before they become rows. */
export interface TablePreview {
  lines: PreviewLine[];
  /** Columns whose numbers have a point before the decimals. */
  english: number[];
}

/** A line of a file. `number`: from 0; `cells`: one for each chosen column, in their order. */
export interface PreviewLine {
  number: number;
  cells: (CellReading & { text: string })[];
}

const SAMPLES = 3;
const LONGEST_SAMPLE = 60;

/** A file on its way into an array of a draft. */
export class TableImport {
  readonly open: OpenTable;
  readonly items: LayoutField;
  readonly targets: readonly TableTarget[];
  private sheet: Sheet = { lines: [], notes: [] };
  private firstLine = 0;

  /** `items`: of the array's field. */
  constructor(open: OpenTable, items: LayoutField) {
    this.open = open;
    this.items = items;
    this.targets = targetsOf(items);
  }

  /** Reads what is chosen and finds the fields of its columns. `onProgress`: share read, 0 to 1. */
  async recognise(
    { heading: wanted, ...choice }: ImportChoice,
    remembered: RememberedMatches,
    onProgress: (share: number) => void,
  ): Promise<Result<RecognisedTable, TableFault>> {
    const sheet = await this.open.read(choice, onProgress);
    if (!sheet.ok) return sheet;
    this.sheet = sheet.value;
    const { lines } = this.sheet;
    if (lines.every((line) => line.every((cell) => textOf(cell) === ''))) return err('empty');
    const heading = wanted ?? headingLineOf(lines, this.targets, remembered) ?? 'none';
    this.firstLine = heading === 'none' ? 0 : heading + 1;
    return ok({
      ...{ table: this.open.recognised, heading },
      choice: { ...this.open.initial, ...choice },
      lines: this.data().filter((line) => line.some((cell) => cell !== '')).length,
      columns: this.columns(heading, remembered),
      notes: this.sheet.notes,
    });
  }

  /** The rows that the file makes. `firstIndex`: of the first of them in the array. */
  rows(chosen: ChosenColumns, firstIndex: number): ReadRows {
    const read = readRows(this.data(), this.imported(chosen), this.items, firstIndex);
    const inFile = ({ line }: { line: number }) => line + this.firstLine;
    return { ...read, faults: read.faults.map((fault) => ({ ...fault, line: inFile(fault) })) };
  }

  /** The first lines that are not empty, cell by cell. */
  preview(chosen: ChosenColumns, most: number): TablePreview {
    const data = this.data();
    const columns = this.imported(chosen).map(({ index, target: { field } }) => ({
      ...{ index, field },
      style: numberStyleOf(data.map((line) => line[index] ?? '')),
    }));
    const lines = [...data.entries()]
      .filter(([, line]) => columns.some(({ index }) => textOf(line[index] ?? '') !== ''))
      .slice(0, most)
      .map(([number, line]) => ({
        number: number + this.firstLine,
        cells: columns.map(({ index, field, style }) => {
          const cell = line[index] === undefined ? '' : line[index];
          return { text: textOf(cell), ...readCell(field, cell, style) };
        }),
      }));
    const isEnglish = ({ field, style }: (typeof columns)[number]) =>
      style === 'english' && (field.kind === 'number' || field.kind === 'integer');
    return { lines, english: columns.filter(isEnglish).map(({ index }) => index) };
  }

  private imported(chosen: ChosenColumns): ImportedColumn[] {
    return chosen.flatMap(({ index, target: key }) => {
      const target = this.targets.find((each) => each.key === key);
      return target ? [{ index, target }] : [];
    });
  }

  private data(): Sheet['lines'] {
    return this.sheet.lines.slice(this.firstLine);
  }

  private columns(heading: number | 'none', remembered: RememberedMatches): FileColumn[] {
    const named = heading === 'none' ? [] : (this.sheet.lines[heading] ?? []);
    const data = this.data();
    const width = data.reduce((most, line) => Math.max(most, line.length), named.length);
    const headings = Array.from({ length: width }, (_, index) => textOf(named[index] ?? ''));
    const matches = matchColumns(headings, this.targets, remembered);
    return headings.flatMap((text, index) => {
      const samples = samplesOf(data, index);
      if (samples.length === 0 && text === '') return [];
      return [{ index, heading: text, samples, match: matches[index] ?? { by: 'none' } }];
    });
  }
}

const samplesOf = (lines: Sheet['lines'], index: number): string[] => {
  const samples: string[] = [];
  for (const line of lines) {
    const text = textOf(line[index] ?? '');
    if (text !== '') samples.push(text.slice(0, LONGEST_SAMPLE));
    if (samples.length === SAMPLES) break;
  }
  return samples;
};
