import { type Bytes, concat, join, sameBytes, utf8 } from '../base/bytes.ts';
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
  readonly #bodies = new Map<number, { ref: PdfRef; body: Bytes }>();
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
    this.putBody(ref, utf8(serialize(object)));
  }

  /** Adds a stream; its `/Length` is written here. */
  addStream(entries: Record<string, PdfObject>, data: Bytes): PdfRef {
    const ref = this.newRef();
    const head = serialize(dict({ ...entries, Length: data.length }));
    this.putBody(ref, concat(utf8(`${head}\nstream\n`), data, utf8('\nendstream')));
    return ref;
  }

  /**
   * Puts an object that is already written. A file whose one object plays two parts, such as page
   * and form, would need two versions of it: refused.
   */
  putBody(ref: PdfRef, body: Bytes): void {
    if (!sameBytes(this.#bodies.get(ref.number)?.body ?? body, body)) throw broken();
    this.#bodies.set(ref.number, { ref, body });
  }

  /**
   * What has to follow the bytes of the file, and where in the new file the body of each object of
   * the update begins, by object number.
   */
  write(): { added: Bytes; bodyOffsets: Map<number, number> } {
    const bodyOffsets = new Map<number, number>();
    const written: Written[] = [];
    const parts: Bytes[] = [];
    let offset = this.#document.bytes.length;
    const append = (part: Bytes) => {
      parts.push(part);
      offset += part.length;
    };
    if (this.#document.bytes.at(-1) !== LF) append(Uint8Array.of(LF));
    for (const { ref, body } of [...this.#bodies.values()].sort(byNumber)) {
      written.push({ ref, offset });
      append(utf8(`${ref.number} ${ref.generation} obj\n`));
      bodyOffsets.set(ref.number, offset);
      append(body);
      append(utf8('\nendobj\n'));
    }
    const end = utf8(`startxref\n${offset}\n%%EOF\n`);
    append(
      this.#document.xref.form === 'table' ? this.#table(written) : this.#stream(written, offset),
    );
    append(end);
    return { added: join(parts), bodyOffsets };
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
