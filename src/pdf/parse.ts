import type { Bytes } from '../base/bytes.ts';
import { Lexer, type Token } from './lexer.ts';
import {
  isDict,
  isName,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfStream,
  type PdfTarget,
} from './objects.ts';
import { broken } from './refusal.ts';

/** Deeper nesting than any real file has; it keeps a hostile one from exhausting the stack. */
const DEEPEST = 100;
const LF = 10;
const CR = 13;

/** Reads one direct object (ISO 32000-1 §7.3). */
export const parseObject = (lexer: Lexer): PdfObject => parseFrom(lexer.next(), lexer, 0);

const parseFrom = (token: Token, lexer: Lexer, depth: number): PdfObject => {
  if (depth > DEEPEST) throw broken();
  switch (token.kind) {
    case 'name':
    case 'string':
      return token;
    case 'number':
      return parseRef(token.value, lexer) ?? token.value;
    case 'mark':
      if (token.text === '[') return parseArray(lexer, depth);
      if (token.text === '<<') return parseDict(lexer, depth);
      throw broken();
    case 'keyword':
      return parseKeyword(token.text);
    case 'end':
      throw broken();
  }
};

const parseKeyword = (text: string): PdfObject => {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  throw broken();
};

/** `12 0 R` begins like a number: looks two tokens ahead and steps back if it is none. */
const parseRef = (number: number, lexer: Lexer): PdfRef | undefined => {
  if (!Number.isSafeInteger(number) || number < 0) return undefined;
  const back = lexer.position;
  const generation = lexer.next();
  if (generation.kind === 'number' && Number.isSafeInteger(generation.value)) {
    const keyword = lexer.next();
    if (keyword.kind === 'keyword' && keyword.text === 'R')
      return { kind: 'ref', number, generation: generation.value };
  }
  lexer.position = back;
  return undefined;
};

const closes = (token: Token, text: string): boolean =>
  token.kind === 'mark' && token.text === text;

const parseArray = (lexer: Lexer, depth: number): PdfObject[] => {
  const items: PdfObject[] = [];
  for (let token = lexer.next(); !closes(token, ']'); token = lexer.next())
    items.push(parseFrom(token, lexer, depth + 1));
  return items;
};

/** A key given twice is refused: readers do not agree which one counts, and a signature must not depend on it. */
const parseDict = (lexer: Lexer, depth: number): PdfDict => {
  const entries = new Map<string, PdfObject>();
  for (let token = lexer.next(); !closes(token, '>>'); token = lexer.next()) {
    if (token.kind !== 'name' || entries.has(token.name)) throw broken();
    entries.set(token.name, parseFrom(lexer.next(), lexer, depth + 1));
  }
  return { kind: 'dict', entries };
};

export interface IndirectObject {
  number: number;
  generation: number;
  object: PdfTarget;
  /** Offset behind it. */
  end: number;
}

/**
 * Reads `N G obj … endobj` (ISO 32000-1 §7.3.10) at an offset; a stream with its bytes as stored.
 * `lengthOf` gives the value of `/Length`, which may be a reference.
 */
export const parseIndirectObject = async (
  bytes: Bytes,
  offset: number,
  lengthOf: (length: PdfObject | undefined) => Promise<PdfTarget>,
): Promise<IndirectObject> => {
  const lexer = new Lexer(bytes, offset);
  const number = lexer.whole();
  const generation = lexer.whole();
  lexer.keyword('obj');
  const object = parseObject(lexer);
  const after = lexer.next();
  if (after.kind !== 'keyword') throw broken();
  if (after.text === 'endobj') return { number, generation, object, end: lexer.position };
  if (after.text !== 'stream' || !isDict(object)) throw broken();
  skipEndOfLine(lexer);
  const data = takeStreamData(lexer, await lengthOf(object.entries.get('Length')));
  const stream: PdfStream = { kind: 'stream', dict: object, data };
  return { number, generation, object: stream, end: lexer.position };
};

const skipEndOfLine = (lexer: Lexer): void => {
  if (lexer.bytes[lexer.position] === CR) lexer.position++;
  if (lexer.bytes[lexer.position] === LF) lexer.position++;
};

const takeStreamData = (lexer: Lexer, length: PdfTarget): Bytes => {
  const start = lexer.position;
  if (typeof length !== 'number' || !(length >= 0) || start + length > lexer.bytes.length)
    throw broken();
  lexer.position = start + length;
  lexer.keyword('endstream');
  return lexer.bytes.subarray(start, start + length);
};

/** Whether `/Type` is the one given. */
export const hasType = (dict: PdfDict, type: string): boolean => {
  const entry = dict.entries.get('Type');
  return isName(entry) && entry.name === type;
};
