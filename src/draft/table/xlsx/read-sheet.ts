import type { PackedFile } from '../../../base/zip/unzip.ts';
import { MOST_CELLS, MOST_LINES, MOST_PART_BYTES, TooLongError } from '../limits.ts';
import type { Sheet } from '../sheet.ts';
import type { SheetCell } from '../types.ts';
import { cellValue, type RawCell, type WorkbookFacts } from './cell-value.ts';
import { scanXml, type XmlAttributes } from './xml.ts';

/** Columns of a sheet (ECMA-376 §18.3.1.73: XFD). */
const MOST_COLUMNS = 16_384;

interface Place {
  line: number;
  index: number;
}

/** `B3` as `{ line: 2, index: 1 }`. */
const placeOf = (reference: string): Place | undefined => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { line: Number(digits) - 1, index: column - 1 };
};

/**
 * Reads a sheet (ECMA-376 §18.3.1.99). Formulas give their kept value; merged cells, all what stands in the first.
 * `onProgress`: share of the sheet that was read, 0 to 1. Throws `TooLongError`.
 */
export const readSheet = async (
  file: PackedFile,
  facts: WorkbookFacts,
  onProgress: (share: number) => void = () => undefined,
): Promise<Sheet> => {
  if (file.size > MOST_PART_BYTES) throw new TooLongError();
  const reading = new SheetReading(facts);
  await scanXml(counted(file, onProgress), reading);
  return reading.sheet();
};

async function* counted(file: PackedFile, onProgress: (share: number) => void) {
  let read = 0;
  for await (const piece of file.pieces()) {
    yield piece;
    read += piece.length;
    onProgress(read / Math.max(1, file.size));
  }
}

class SheetReading {
  readonly facts: WorkbookFacts;
  readonly lines: SheetCell[][] = [];
  readonly merged: string[] = [];
  line = -1;
  index = -1;
  cells = 0;
  withoutValue = 0;
  cell: RawCell | undefined;
  /** Inside `v`, or inside `t` of an inline text. */
  inText = false;
  phonetic = 0;

  constructor(facts: WorkbookFacts) {
    this.facts = facts;
  }

  open = (name: string, attribute: XmlAttributes): void => {
    if (name === 'row') this.openRow(attribute('r'));
    else if (name === 'c') this.openCell(attribute);
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    else if (name === 'rPh') this.phonetic++;
    else if (name === 'v' || name === 't') this.openText();
    else if (name === 'mergeCell') this.merged.push(attribute('ref') ?? '');
  };

  close = (name: string): void => {
    if (name === 'rPh') this.phonetic--;
    if (name === 'v' || name === 't') this.inText = false;
    if (name === 'c') this.closeCell();
  };

  text = (text: string): void => {
    if (this.inText && this.cell) this.cell.text += text;
  };

  /** Rows and cells without a place follow the one before. */
  private openRow(number: string | undefined): void {
    this.line = number === undefined ? this.line + 1 : Number(number) - 1;
    this.index = -1;
    if (!(this.line >= 0 && this.line < MOST_LINES)) throw new TooLongError();
    while (this.lines.length <= this.line) this.lines.push([]);
  }

  private openCell(attribute: XmlAttributes): void {
    this.index = placeOf(attribute('r') ?? '')?.index ?? this.index + 1;
    if (this.index >= MOST_COLUMNS || ++this.cells > MOST_CELLS) throw new TooLongError();
    const style = Number(attribute('s') ?? 0);
    this.cell = { type: attribute('t') ?? 'n', style, hasFormula: false, text: undefined };
  }

  private openText(): void {
    this.inText = this.cell !== undefined && this.phonetic === 0;
    if (this.cell && this.inText) this.cell.text ??= '';
  }

  private closeCell(): void {
    const line = this.lines[this.line];
    if (!this.cell || !line) return;
    const value = cellValue(this.cell, this.facts);
    if (value === null) this.withoutValue++;
    if (value !== '') this.put(line, value);
    this.cell = undefined;
  }

  private put(line: SheetCell[], value: SheetCell): void {
    this.cells += Math.max(0, this.index - line.length);
    if (this.cells > MOST_CELLS) throw new TooLongError();
    while (line.length < this.index) line.push('');
    line[this.index] = value;
  }

  sheet(): Sheet {
    const width = this.lines.reduce((most, line) => Math.max(most, line.length), 0);
    const merged = this.merged.filter((range) => this.spread(range, width)).length;
    return {
      lines: this.lines,
      notes: [
        ...(merged > 0 ? [{ note: 'merged-cells' as const, count: merged }] : []),
        ...(this.withoutValue > 0
          ? [{ note: 'formulas-without-value' as const, count: this.withoutValue }]
          : []),
      ],
    };
  }

  /** Gives the first cell of a range to all of it that stands in lines of the sheet; whether there was anything to give. */
  private spread(range: string, width: number): boolean {
    const [from, to] = range.split(':').map(placeOf);
    const value = from && this.lines[from.line]?.[from.index];
    if (!from || !to || value === undefined || value === '') return false;
    for (let line = from.line; line <= Math.min(to.line, this.lines.length - 1); line++) {
      const cells = this.lines[line] ?? [];
      for (let index = from.index; index <= Math.min(to.index, width - 1); index++) {
        if (line === from.line && index === from.index) continue;
        this.index = index;
        if (++this.cells > MOST_CELLS) throw new TooLongError();
        this.put(cells, value);
      }
    }
    return true;
  }
}
