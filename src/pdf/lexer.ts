import type { Bytes } from '../base/bytes.ts';
import type { PdfName, PdfString } from './objects.ts';
import { broken } from './refusal.ts';

export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'mark'; text: '<<' | '>>' | '[' | ']' }
  | { kind: 'keyword'; text: string }
  | { kind: 'end' }
  | PdfName
  | PdfString;

/** Of every byte, whether it is white space or a delimiter (ISO 32000-1 §7.2.2). */
const WHITE = new Uint8Array(256);
const ENDS_TOKEN = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) WHITE[byte] = ENDS_TOKEN[byte] = 1;
for (const delimiter of '()<>[]{}/%') ENDS_TOKEN[delimiter.charCodeAt(0)] = 1;
const LF = 10;
const CR = 13;
const OPENING = 0x28;
const CLOSING = 0x29;
const BACKSLASH = 0x5c;
const GREATER_THAN = 0x3e;
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const NUMBER = /^[+-]?(?:(\d+)\.?\d*|\.\d+)$/;
/** Digits before the point; more have no use, and would be written with an exponent. */
const MOST_DIGITS = 20;
/** Any number of so many digits is exact. */
const SAFE_DIGITS = 15;
/** Bytes of a number, name or keyword; ISO 32000-1 Annex C wants 127. */
const LONGEST_TOKEN = 8192;

/** NaN where the byte is no hexadecimal digit. By arithmetic: a signature has tens of thousands of them. */
const hexValue = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : Number.NaN;
};

/** Reads the tokens of ISO 32000-1 §7.2 and §7.3 from a position on. */
export class Lexer {
  readonly bytes: Bytes;
  position: number;

  constructor(bytes: Bytes, position: number) {
    this.bytes = bytes;
    this.position = position;
  }

  next(): Token {
    this.#skipWhiteAndComments();
    const byte = this.bytes[this.position];
    if (byte === undefined) return { kind: 'end' };
    switch (String.fromCharCode(byte)) {
      case '/':
        return this.#name();
      case '(':
        return this.#literalString();
      case '<':
        return this.#follows('<') ? this.#mark('<<') : this.#hexString();
      case '>':
        if (!this.#follows('>')) throw broken();
        return this.#mark('>>');
      case '[':
        return this.#mark('[');
      case ']':
        return this.#mark(']');
      default:
        return this.#numberOrKeyword();
    }
  }

  /** Reads a keyword, or refuses. */
  keyword(text: string): void {
    const token = this.next();
    if (token.kind !== 'keyword' || token.text !== text) throw broken();
  }

  /** Reads a count, offset or object number, or refuses. */
  whole(): number {
    return this.#digits() ?? this.#wholeOfToken();
  }

  /** The usual case, without a token: tables have many numbers. */
  #digits(): number | undefined {
    this.#skipWhiteAndComments();
    let at = this.position;
    let value = 0;
    for (;;) {
      const digit = (this.bytes[at] ?? 0) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      at++;
    }
    const after = this.bytes[at];
    const length = at - this.position;
    if (length === 0 || length > SAFE_DIGITS) return undefined;
    if (after !== undefined && ENDS_TOKEN[after] === 0) return undefined;
    this.position = at;
    return value;
  }

  #wholeOfToken(): number {
    const token = this.next();
    if (token.kind !== 'number' || !Number.isSafeInteger(token.value) || token.value < 0)
      throw broken();
    return token.value;
  }

  #skipWhiteAndComments(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === 0x25) this.#skipLine();
      else if (byte !== undefined && WHITE[byte] === 1) this.position++;
      else return;
    }
  }

  #skipLine(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined || byte === LF || byte === CR) return;
      this.position++;
    }
  }

  #follows(character: string): boolean {
    return this.bytes[this.position + 1] === character.charCodeAt(0);
  }

  #mark(text: '<<' | '>>' | '[' | ']'): Token {
    this.position += text.length;
    return { kind: 'mark', text };
  }

  #regularCharacters(): string {
    const start = this.position;
    let text = '';
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined || ENDS_TOKEN[byte] === 1) break;
      text += String.fromCharCode(byte);
      this.position++;
    }
    if (this.position - start > LONGEST_TOKEN) throw broken();
    return text;
  }

  #name(): Token {
    this.position++;
    const raw = this.#regularCharacters();
    const name = raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { kind: 'name', name };
  }

  #numberOrKeyword(): Token {
    const text = this.#regularCharacters();
    if (text === '') throw broken();
    const number = NUMBER.exec(text);
    if (number === null) return { kind: 'keyword', text };
    if ((number[1] ?? '').length > MOST_DIGITS) throw broken();
    return { kind: 'number', value: Number(text) };
  }

  #hexString(): Token {
    const end = this.bytes.indexOf(GREATER_THAN, this.position);
    if (end < 0) throw broken();
    const digits = this.bytes.subarray(this.position + 1, end).filter((byte) => WHITE[byte] === 0);
    const bytes = new Uint8Array(Math.ceil(digits.length / 2));
    digits.forEach((byte, i) => {
      const digit = hexValue(byte);
      if (Number.isNaN(digit)) throw broken();
      bytes[i >> 1] = (bytes[i >> 1] ?? 0) + (i % 2 === 0 ? digit * 16 : digit);
    });
    this.position = end + 1;
    return { kind: 'string', bytes };
  }

  #literalString(): Token {
    const end = this.#endOfLiteral();
    const bytes = new Uint8Array(end - this.position);
    let length = 0;
    for (this.position++; this.position < end; ) {
      const byte = this.bytes[this.position++];
      const read = byte === BACKSLASH ? this.#escape() : byte === CR ? this.#endOfLine() : byte;
      if (read !== undefined) bytes[length++] = read;
    }
    this.position = end + 1;
    return { kind: 'string', bytes: bytes.slice(0, length) };
  }

  /** Where the parenthesis stands that closes the string. */
  #endOfLiteral(): number {
    let open = 0;
    for (let at = this.position; at < this.bytes.length; at++) {
      const byte = this.bytes[at];
      if (byte === BACKSLASH) at++;
      if (byte === OPENING) open++;
      if (byte === CLOSING && --open === 0) return at;
    }
    throw broken();
  }

  /** ISO 32000-1 §7.3.4.2: every end of line in a string reads as LF. */
  #endOfLine(): number {
    if (this.bytes[this.position] === LF) this.position++;
    return LF;
  }

  /** Nothing where the line goes on. */
  #escape(): number | undefined {
    const byte = this.bytes[this.position++] ?? 0;
    if (byte === LF) return undefined;
    if (byte === CR) {
      this.#endOfLine();
      return undefined;
    }
    const character = String.fromCharCode(byte);
    return character >= '0' && character <= '7'
      ? this.#octal(byte - 0x30)
      : (ESCAPES[character] ?? byte);
  }

  #octal(first: number): number {
    let value = first;
    for (let digits = 1; digits < 3; digits++) {
      const digit = (this.bytes[this.position] ?? 0) - 0x30;
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
      this.position++;
    }
    return value & 0xff;
  }
}
