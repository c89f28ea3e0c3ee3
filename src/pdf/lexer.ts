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

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)));
const LF = 10;
const CR = 13;
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
/** The longest number that any writer has a reason to write; it also keeps decimals out of exponents. */
const LONGEST_NUMBER = 20;

const hexValue = (byte: number | undefined): number =>
  byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);

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
    const token = this.next();
    if (token.kind !== 'number' || !Number.isSafeInteger(token.value) || token.value < 0)
      throw broken();
    return token.value;
  }

  #skipWhiteAndComments(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === 0x25) this.#skipLine();
      else if (byte !== undefined && WHITE.has(byte)) this.position++;
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
    const characters: string[] = [];
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined || WHITE.has(byte) || DELIMITERS.has(byte)) break;
      characters.push(String.fromCharCode(byte));
      this.position++;
    }
    return characters.join('');
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
    if (!NUMBER.test(text)) return { kind: 'keyword', text };
    if (text.length > LONGEST_NUMBER) throw broken();
    return { kind: 'number', value: Number(text) };
  }

  #hexString(): Token {
    this.position++;
    const digits: number[] = [];
    for (;;) {
      const byte = this.bytes[this.position++];
      if (byte === 0x3e) break;
      if (byte !== undefined && WHITE.has(byte)) continue;
      const digit = hexValue(byte);
      if (Number.isNaN(digit)) throw broken();
      digits.push(digit);
    }
    const bytes = new Uint8Array(Math.ceil(digits.length / 2));
    for (let i = 0; i < bytes.length; i++)
      bytes[i] = (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0);
    return { kind: 'string', bytes };
  }

  #literalString(): Token {
    this.position++;
    const bytes: number[] = [];
    for (let open = 1; open > 0; ) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw broken();
      if (byte === 0x28) open++;
      if (byte === 0x29) open--;
      if (byte === 0x5c) this.#escape(bytes);
      else if (open > 0) bytes.push(byte === CR ? this.#endOfLine() : byte);
    }
    return { kind: 'string', bytes: Uint8Array.from(bytes) };
  }

  /** ISO 32000-1 §7.3.4.2: every end of line in a string reads as LF. */
  #endOfLine(): number {
    if (this.bytes[this.position] === LF) this.position++;
    return LF;
  }

  #escape(bytes: number[]): void {
    const byte = this.bytes[this.position++];
    if (byte === undefined) throw broken();
    if (byte === LF) return;
    if (byte === CR) {
      this.#endOfLine();
      return;
    }
    const character = String.fromCharCode(byte);
    if (character >= '0' && character <= '7') bytes.push(this.#octal(byte - 0x30));
    else bytes.push(ESCAPES[character] ?? byte);
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
