import type { Bytes } from '../base/bytes.ts';
import { Lexer } from './lexer.ts';
import { isDict, isStream, isWhole, type PdfDict, type PdfObject } from './objects.ts';
import { hasType, parseIndirectObject, parseObject } from './parse.ts';
import { broken } from './refusal.ts';
import { type Budget, decodeStream } from './stream-data.ts';

/** Where an object is: nowhere, at an offset of the file, or inside an object stream. */
export type XrefEntry =
  | { kind: 'free' }
  | { kind: 'offset'; offset: number; generation: number }
  | { kind: 'packed'; container: number; index: number };

/** One cross-reference section of the file, by object number. */
export interface XrefSection {
  form: 'table' | 'stream';
  entries: Map<number, XrefEntry>;
  trailer: PdfDict;
  /** Offsets of the streams it was read from. */
  streams: number[];
  /** Bytes of the file that it takes. */
  size: number;
}

/** ISO 32000-1 Annex C: the greatest object number. */
const MAX_OBJECT_NUMBER = 8_388_607;

/** More than a file of that size has ever held: what a few packed bytes claim must not fill the memory. */
export const mostObjects = (bytes: Bytes): number => 50_000 + bytes.length / 8;

/** Bytes of an entry of a stream: one of offset at least, in a file of more than 255 bytes. */
const NARROWEST = 2;

/** Reads the section at an offset: a table (§7.5.4), a hybrid one (§7.5.8.4) or a stream (§7.5.8). */
export const readXrefSection = async (
  bytes: Bytes,
  offset: number,
  budget: Budget,
): Promise<XrefSection> => {
  if (offset >= bytes.length) throw broken();
  const lexer = new Lexer(bytes, offset);
  const first = lexer.next();
  if (first.kind !== 'keyword') return readXrefStream(bytes, offset, budget);
  if (first.text !== 'xref') throw broken();
  const table = { ...readXrefTable(lexer), size: lexer.position - offset };
  const hidden = table.trailer.entries.get('XRefStm');
  if (hidden === undefined) return table;
  if (!isWhole(hidden)) throw broken();
  return addHiddenObjects(table, await readXrefStream(bytes, hidden, budget));
};

/** Objects that a hybrid file shows to readers of streams only stand as free in its table. */
const addHiddenObjects = (table: XrefSection, hidden: XrefSection): XrefSection => {
  const entries = new Map(table.entries);
  for (const [number, entry] of hidden.entries) {
    const known = entries.get(number);
    if (known === undefined || known.kind === 'free') entries.set(number, entry);
  }
  return { ...table, entries, streams: hidden.streams, size: table.size + hidden.size };
};

const readXrefTable = (lexer: Lexer): Omit<XrefSection, 'size'> => {
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    const token = lexer.next();
    if (token.kind === 'keyword' && token.text === 'trailer') break;
    if (token.kind !== 'number') throw broken();
    readSubsection(lexer, token.value, entries);
  }
  const trailer = parseObject(lexer);
  if (!isDict(trailer)) throw broken();
  return { form: 'table', entries, trailer, streams: [] };
};

const readSubsection = (lexer: Lexer, first: number, entries: Map<number, XrefEntry>): void => {
  const count = lexer.whole();
  checkNumbers(first, count);
  for (let number = first; number < first + count; number++) {
    const offset = lexer.whole();
    const generation = lexer.whole();
    const use = lexer.next();
    if (use.kind !== 'keyword' || (use.text !== 'n' && use.text !== 'f')) throw broken();
    entries.set(
      number,
      use.text === 'f' ? { kind: 'free' } : { kind: 'offset', offset, generation },
    );
  }
};

const checkNumbers = (first: number, count: number): void => {
  if (!isWhole(first) || first + count > MAX_OBJECT_NUMBER + 1) throw broken();
};

const readXrefStream = async (
  bytes: Bytes,
  offset: number,
  budget: Budget,
): Promise<XrefSection> => {
  // The table that would tell where an indirect /Length is, is this one: it has to be direct.
  const direct = async (length: PdfObject | undefined) => length ?? null;
  const { object, end } = await parseIndirectObject(bytes, offset, direct);
  if (!isStream(object) || !hasType(object.dict, 'XRef')) throw broken();
  const data = await decodeStream(object, budget);
  const entries = readPackedEntries(object.dict, data, mostObjects(bytes));
  return {
    form: 'stream',
    entries,
    trailer: object.dict,
    streams: [offset],
    size: end - offset,
  };
};

const wholes = (object: PdfObject | undefined): number[] => {
  if (!Array.isArray(object)) throw broken();
  return object.map((item) => {
    if (!isWhole(item)) throw broken();
    return item;
  });
};

const readPackedEntries = (dict: PdfDict, data: Bytes, most: number): Map<number, XrefEntry> => {
  const widths = wholes(dict.entries.get('W'));
  const width = widths.reduce((sum, each) => sum + each, 0);
  const index = wholes(dict.entries.get('Index') ?? [0, dict.entries.get('Size') ?? null]);
  if (widths.length !== 3 || width < NARROWEST || index.length % 2 !== 0) throw broken();
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  for (let pair = 0; pair < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    checkNumbers(first, count);
    if (at + count * width > data.length || count > most) throw broken();
    for (let number = first; number < first + count; number++, at += width)
      entries.set(number, packedEntry(data.subarray(at, at + width), widths));
  }
  return entries;
};

/** ISO 32000-1 §7.5.8.3; a type that is not known counts as null. */
const packedEntry = (data: Bytes, [typeWidth = 0, secondWidth = 0]: number[]): XrefEntry => {
  const type = typeWidth === 0 ? 1 : bigEndian(data.subarray(0, typeWidth));
  const second = bigEndian(data.subarray(typeWidth, typeWidth + secondWidth));
  const third = bigEndian(data.subarray(typeWidth + secondWidth));
  if (type === 1) return { kind: 'offset', offset: second, generation: third };
  if (type === 2) return { kind: 'packed', container: second, index: third };
  return { kind: 'free' };
};

const bigEndian = (bytes: Bytes): number => {
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  if (!Number.isSafeInteger(value)) throw broken();
  return value;
};
