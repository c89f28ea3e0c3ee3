import type { Bytes } from '../base/bytes.ts';
import { Lexer } from './lexer.ts';
import {
  isDict,
  isRef,
  isStream,
  isWhole,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfTarget,
} from './objects.ts';
import { hasType, parseIndirectObject, parseObject } from './parse.ts';
import { broken, PdfRefusal } from './refusal.ts';
import { type Budget, decodeStream } from './stream-data.ts';
import { readXref, type Xref } from './xref.ts';
import type { XrefEntry } from './xref-section.ts';

/** References to references, `/Length` of a container in another container, …: real files need two or three steps. */
const DEEPEST = 16;
/** Object and cross-reference streams hold structure, of which even a small file may have a few MB. */
const inflatedAtMost = (bytes: Bytes): number => 8 * 1024 * 1024 + 4 * bytes.length;
/**
 * Every object is parsed once, and honest ones do not overlap. The objects of a hostile file may lie
 * in each other, and parsing them would take the square of its length: so many lengths are the end.
 */
const PARSED_LENGTHS = 4;
const HEADER = '%PDF-';
const HEADER_WITHIN = 1024;

/** An unpacked object stream (ISO 32000-1 §7.5.7). */
interface Container {
  data: Bytes;
  /** Object number and offset in `data`, by index. */
  objects: { number: number; offset: number }[];
  /** Bytes that may still be parsed. */
  unparsed: number;
}

/** A PDF whose objects are read when asked for. Its methods throw `PdfRefusal`. */
export class PdfDocument {
  readonly bytes: Bytes;
  readonly xref: Xref;
  readonly root: PdfRef;
  readonly #budget: Budget;
  readonly #objects = new Map<number, PdfTarget>();
  readonly #containers = new Map<number, Container>();
  /** Bytes that may still be parsed. */
  #unparsed: number;

  constructor(bytes: Bytes, xref: Xref, budget: Budget) {
    const root = xref.trailer.entries.get('Root');
    if (!isRef(root)) throw broken();
    this.bytes = bytes;
    this.xref = xref;
    this.root = root;
    this.#budget = budget;
    this.#unparsed = PARSED_LENGTHS * bytes.length;
  }

  catalog(): Promise<PdfDict> {
    return this.dict(this.root);
  }

  /** The dictionary that an entry is or refers to; refuses anything else. */
  async dict(entry: PdfObject | undefined): Promise<PdfDict> {
    const object = await this.resolve(entry);
    if (!isDict(object)) throw broken();
    return object;
  }

  /** The items of an array, or of none where the entry is missing or null. */
  async array(entry: PdfObject | undefined): Promise<PdfObject[]> {
    const object = await this.resolve(entry);
    if (object === null) return [];
    if (!Array.isArray(object)) throw broken();
    return object;
  }

  /** Follows references; what does not exist is null (ISO 32000-1 §7.3.10). */
  async resolve(entry: PdfObject | undefined, depth = 0): Promise<PdfTarget> {
    if (!isRef(entry)) return entry ?? null;
    if (depth > DEEPEST) throw broken();
    const object = await this.object(entry, depth);
    return isRef(object) ? this.resolve(object, depth + 1) : object;
  }

  /** What stands at a reference, which may be a reference again; null where there is nothing. */
  async object({ number, generation }: PdfRef, depth = 0): Promise<PdfTarget> {
    const place = this.xref.entries.get(number);
    if (place === undefined || place.kind === 'free') return null;
    if (generation !== generationOf(place)) return null;
    const known = this.#objects.get(number);
    const object = known ?? (await this.#read(number, place, depth));
    this.#objects.set(number, object);
    return object;
  }

  async #read(
    number: number,
    place: Exclude<XrefEntry, { kind: 'free' }>,
    depth: number,
  ): Promise<PdfTarget> {
    if (place.kind === 'packed')
      return this.#readPacked(number, place.container, place.index, depth);
    const found = await parseIndirectObject(this.bytes, place.offset, (length) =>
      this.resolve(length, depth + 1),
    );
    this.#unparsed -= found.end - place.offset;
    if (found.number !== number || found.generation !== place.generation || this.#unparsed < 0)
      throw broken();
    return found.object;
  }

  async #readPacked(
    number: number,
    containerNumber: number,
    index: number,
    depth: number,
  ): Promise<PdfObject> {
    const container = await this.#container(containerNumber, depth);
    const place = container.objects[index];
    if (place?.number !== number) throw broken();
    const lexer = new Lexer(container.data, place.offset);
    const object = parseObject(lexer);
    container.unparsed -= lexer.position - place.offset;
    if (container.unparsed < 0) throw broken();
    return object;
  }

  async #container(number: number, depth: number): Promise<Container> {
    const known = this.#containers.get(number);
    if (known !== undefined) return known;
    const stream = await this.resolve({ kind: 'ref', number, generation: 0 }, depth + 1);
    if (!isStream(stream) || !hasType(stream.dict, 'ObjStm')) throw broken();
    const container = readContainer(
      await decodeStream(stream, this.#budget),
      await this.resolve(stream.dict.entries.get('N'), depth + 1),
      await this.resolve(stream.dict.entries.get('First'), depth + 1),
    );
    this.#containers.set(number, container);
    return container;
  }
}

/** Objects in object streams have generation 0 (ISO 32000-1 §7.5.7). */
export const generationOf = (place: Exclude<XrefEntry, { kind: 'free' }>): number =>
  place.kind === 'offset' ? place.generation : 0;

/** Bytes of `1 0 `. */
const SHORTEST_PAIR = 4;

const readContainer = (data: Bytes, count: PdfTarget, first: PdfTarget): Container => {
  if (!isWhole(count) || !isWhole(first) || count * SHORTEST_PAIR > data.length) throw broken();
  const lexer = new Lexer(data, 0);
  const objects = Array.from({ length: count }, () => ({
    number: lexer.whole(),
    offset: first + lexer.whole(),
  }));
  return { data, objects, unparsed: PARSED_LENGTHS * data.length };
};

/**
 * Opens a PDF. Bytes before the header are refused: readers do not agree whether offsets, and so a
 * ByteRange, count from the header or from the first byte of the file.
 */
export const openPdf = async (bytes: Bytes): Promise<PdfDocument> => {
  const head = Array.from(bytes.subarray(0, HEADER_WITHIN), (byte) => String.fromCharCode(byte));
  const at = head.join('').indexOf(HEADER);
  if (at < 0) throw new PdfRefusal('not-a-pdf');
  if (at > 0) throw broken();
  const budget = { left: inflatedAtMost(bytes) };
  return new PdfDocument(bytes, await readXref(bytes, budget), budget);
};
