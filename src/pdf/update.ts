import { type Bytes, concat, utf8 } from '../base/bytes.ts';
import type { PdfDocument } from './document.ts';
import { dict, isWhole, name, type PdfDict, type PdfObject, type PdfRef } from './objects.ts';
import { broken } from './refusal.ts';
import { serialize } from './serialize.ts';

interface Written {
  ref: PdfRef;
  offset: number;
}

const LF = 10;
/** Bytes of type, offset and generation in an entry of a cross-reference stream. */
const WIDTHS = [1, 5, 2];

/** An incremental update (ISO 32000-1 §7.5.6): objects that are added to a file or replace some of it. */
export class IncrementalUpdate {
  readonly #document: PdfDocument;
  readonly #bodies = new Map<number, { ref: PdfRef; body: string }>();
  #size: number;

  constructor(document: PdfDocument) {
    const size = document.xref.trailer.entries.get('Size');
    this.#document = document;
    this.#size = isWhole(size) ? size : 1;
    for (const number of document.xref.entries.keys())
      if (number >= this.#size) this.#size = number + 1;
  }

  newRef(): PdfRef {
    return { kind: 'ref', number: this.#size++, generation: 0 };
  }

  put(ref: PdfRef, object: PdfObject): void {
    this.putBody(ref, serialize(object));
  }

  /**
   * Puts an object that is already written, in ASCII. A file whose one object plays two parts, such as
   * page and form, would need two versions of it: refused.
   */
  putBody(ref: PdfRef, body: string): void {
    if ((this.#bodies.get(ref.number)?.body ?? body) !== body) throw broken();
    this.#bodies.set(ref.number, { ref, body });
  }

  /** The whole new file, and where the body of each object of the update begins in it, by object number. */
  write(): { pdf: Bytes; bodyOffsets: Map<number, number> } {
    const original = this.#document.bytes;
    const bodyOffsets = new Map<number, number>();
    const written: Written[] = [];
    let text = original.at(-1) === LF ? '' : '\n';
    for (const { ref, body } of [...this.#bodies.values()].sort(byNumber)) {
      written.push({ ref, offset: original.length + text.length });
      text += `${ref.number} ${ref.generation} obj\n`;
      bodyOffsets.set(ref.number, original.length + text.length);
      text += `${body}\nendobj\n`;
    }
    const offset = original.length + text.length;
    const section =
      this.#document.xref.form === 'table' ? this.#table(written) : this.#stream(written, offset);
    const end = utf8(`startxref\n${offset}\n%%EOF\n`);
    return { pdf: concat(original, utf8(text), section, end), bodyOffsets };
  }

  #table(written: Written[]): Bytes {
    const subsections = runs(written).map((run) => {
      const entries = run.map(
        ({ ref, offset }) => `${digits(offset, 10)} ${digits(ref.generation, 5)} n \n`,
      );
      return `${run[0]?.ref.number} ${run.length}\n${entries.join('')}`;
    });
    return utf8(`xref\n${subsections.join('')}trailer\n${serialize(this.#trailer())}\n`);
  }

  #stream(others: Written[], offset: number): Bytes {
    const self = this.newRef();
    const written = [...others, { ref: self, offset }];
    const data = concat(
      ...written.flatMap((each) =>
        [1, each.offset, each.ref.generation].map((value, i) => bigEndian(value, WIDTHS[i] ?? 0)),
      ),
    );
    const index = runs(written).flatMap((run) => [run[0]?.ref.number ?? 0, run.length]);
    const entries = new Map<string, PdfObject>([
      ['Type', name('XRef')],
      ['Index', index],
      ['W', WIDTHS],
      ['Length', data.length],
      ...this.#trailer().entries,
    ]);
    const head = `${self.number} 0 obj\n${serialize({ kind: 'dict', entries })}\nstream\n`;
    return concat(utf8(head), data, utf8('\nendstream\nendobj\n'));
  }

  #trailer(): PdfDict {
    const trailer = dict({ Size: this.#size, Prev: this.#document.xref.offset });
    for (const key of ['Root', 'Info', 'ID']) {
      const kept = this.#document.xref.trailer.entries.get(key);
      if (kept !== undefined) trailer.entries.set(key, kept);
    }
    return trailer;
  }
}

const byNumber = (a: { ref: PdfRef }, b: { ref: PdfRef }): number => a.ref.number - b.ref.number;

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

const bigEndian = (value: number, length: number): Bytes =>
  Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256);

/** Splits into runs of consecutive object numbers, which are the subsections. */
const runs = (written: Written[]): Written[][] => {
  const all: Written[][] = [];
  for (const each of written) {
    const run = all.at(-1);
    if (run?.at(-1)?.ref.number === each.ref.number - 1) run.push(each);
    else all.push([each]);
  }
  return all;
};
