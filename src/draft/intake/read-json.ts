import type { Json, JsonObject } from '../../base/json.ts';
import { pointerTo } from '../../base/json-pointer.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { isKept } from './exact-number.ts';
import type {
  JsonFault,
  JsonFinding,
  JsonMistake,
  JsonOddity,
  JsonReading,
} from './json-reading.ts';

/** No document of the court is a tenth as deep; a hostile one shall not end the stack. */
const MOST_DEPTH = 200;
/** A hostile one shall not fill the memory with what is to be told of it. */
const MOST_FINDINGS = 1_000;
/** So many characters between two words about how far it is. */
const PROGRESS_STEP = 1 << 20;

/**
 * Reads JSON as strictly as RFC 8259 says, and tells what `JSON.parse` would lose. `onProgress` is told the number of
 * characters behind it.
 */
export const readJson = (
  text: string,
  onProgress?: (at: number) => void,
): Result<JsonReading, JsonMistake> => {
  const reader = new Reader(text, onProgress);
  try {
    return ok({ value: reader.document(), findings: reader.findings });
  } catch (error) {
    if (error instanceof Mistake) return err({ fault: error.fault, ...placeOf(text, error.at) });
    throw error;
  }
};

class Mistake extends Error {
  readonly fault: JsonFault;
  readonly at: number;

  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

const placeOf = (text: string, at: number): { line: number; column: number } => {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What a person or a program may have meant as a number. */
const LIKE_A_NUMBER = /[+-]?(?:[\d.]|NaN|Infinity)/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const WORDS = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
const FOUR_DIGITS = /[\da-fA-F]{4}/y;
const ESCAPE = /\\(.)([\da-fA-F]{4})?/gsu;
const HALF_A_PAIR = /\p{Surrogate}/u;

const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];
const [COMMA, COLON, MINUS] = [0x2c, 0x3a, 0x2d];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isBlank = (code: number): boolean =>
  code === SPACE || code === 0x0a || code === 0x0d || code === 0x09;

/** One pass over one text. */
class Reader {
  readonly findings: JsonFinding[] = [];
  readonly #text: string;
  readonly #onProgress: ((at: number) => void) | undefined;
  #at = 0;
  #nextProgress = PROGRESS_STEP;
  /** Names and indexes that lead to the value being read. */
  readonly #path: (string | number)[] = [];

  constructor(text: string, onProgress: ((at: number) => void) | undefined) {
    this.#text = text;
    this.#onProgress = onProgress;
  }

  document(): Json {
    this.#next();
    if (this.#at >= this.#text.length) throw new Mistake('nothing-there', this.#at);
    const value = this.#value();
    this.#next();
    if (this.#at < this.#text.length) throw this.#mistake('something-behind');
    return value;
  }

  #mistake(fault: JsonFault): Mistake {
    const at = this.#at;
    return new Mistake(at < this.#text.length ? fault : 'cut-off', at);
  }

  #tell(oddity: JsonOddity, text?: string): void {
    if (this.findings.length >= MOST_FINDINGS) return;
    const pointer = pointerTo('', ...this.#path);
    this.findings.push({ oddity, pointer, ...(text !== undefined && { text }) });
  }

  /** The next character that is not blank, still to be read; NaN at the end. */
  #next(): number {
    let code = this.#text.charCodeAt(this.#at);
    while (isBlank(code)) code = this.#text.charCodeAt(++this.#at);
    return code;
  }

  #value(): Json {
    if (this.#at >= this.#nextProgress) {
      this.#nextProgress = this.#at + PROGRESS_STEP;
      this.#onProgress?.(this.#at);
    }
    const code = this.#next();
    if (code === QUOTE) return this.#string();
    if (code === OPEN_OBJECT) return this.#object();
    if (code === OPEN_ARRAY) return this.#array();
    return isDigit(code) || code === MINUS ? this.#number() : this.#word();
  }

  #object(): JsonObject {
    const object: JsonObject = {};
    this.#enter();
    for (let isFirst = true; this.#continues(CLOSE_OBJECT, isFirst); isFirst = false) {
      if (this.#next() !== QUOTE) throw this.#wrongName();
      const name = this.#string();
      if (this.#next() !== COLON) throw this.#mistake('unexpected-character');
      this.#at++;
      this.#path.push(name);
      if (Object.hasOwn(object, name)) this.#tell('duplicate-member');
      const value = this.#value();
      if (name === '__proto__') {
        this.#tell('prototype-member');
        // An assignment would change what the object is, not what it holds.
        const own = { value, writable: true, enumerable: true, configurable: true };
        Object.defineProperty(object, name, own);
      } else object[name] = value;
      this.#path.pop();
    }
    return object;
  }

  #array(): Json[] {
    const array: Json[] = [];
    this.#enter();
    for (let isFirst = true; this.#continues(CLOSE_ARRAY, isFirst); isFirst = false) {
      this.#path.push(array.length);
      array.push(this.#value());
      this.#path.pop();
    }
    return array;
  }

  #enter(): void {
    if (this.#path.length >= MOST_DEPTH) throw this.#mistake('too-deep');
    this.#at++;
  }

  /** Reads the comma before a further element, or the end. */
  #continues(close: number, isFirst: boolean): boolean {
    const code = this.#next();
    if (code === close) {
      this.#at++;
      return false;
    }
    if (isFirst) return true;
    if (code !== COMMA) throw this.#mistake('unexpected-character');
    this.#at++;
    if (this.#next() === close) throw this.#mistake('comma-too-many');
    return true;
  }

  #wrongName(): Mistake {
    const character = this.#text.charAt(this.#at);
    if (character === "'") return this.#mistake('single-quotes');
    return this.#mistake(this.#matches(WORD) ? 'no-quotes' : 'unexpected-character');
  }

  #string(): string {
    const start = ++this.#at;
    let hasEscapes = false;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === QUOTE) break;
      if (!(code >= SPACE)) throw this.#mistake('control-character');
      if (code === BACKSLASH) {
        hasEscapes = true;
        this.#escape();
      } else this.#at++;
    }
    const raw = this.#text.slice(start, this.#at++);
    if (!hasEscapes) return raw;
    const value = raw.replace(ESCAPE, (_, letter: string, digits: string | undefined) =>
      letter === 'u'
        ? String.fromCharCode(Number.parseInt(digits ?? '', 16))
        : (ESCAPES.get(letter) ?? '') + (digits ?? ''),
    );
    if (HALF_A_PAIR.test(value)) this.#tell('broken-character');
    return value;
  }

  #escape(): void {
    const letter = this.#text.charAt(++this.#at);
    if (letter === 'u') {
      this.#at++;
      if (!this.#matches(FOUR_DIGITS)) throw this.#mistake('unknown-escape');
      this.#at += 4;
    } else if (ESCAPES.has(letter)) this.#at++;
    else throw this.#mistake('unknown-escape');
  }

  #matches(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #number(): number | string {
    const text = this.#matches(NUMBER);
    if (text === undefined) throw this.#mistake('not-a-number');
    const behind = this.#text.charAt(this.#at + text.length);
    if (/[\d.eE+\p{L}]/u.test(behind)) throw this.#mistake('not-a-number');
    this.#at += text.length;
    const value = Number(text);
    if (isKept(text, value)) return value;
    this.#tell('number-not-kept', text);
    return text;
  }

  #word(): Json {
    const word = this.#matches(WORD);
    const value = word === undefined ? undefined : WORDS.get(word);
    if (word !== undefined && value !== undefined) {
      this.#at += word.length;
      return value;
    }
    if (this.#matches(LIKE_A_NUMBER)) throw this.#mistake('not-a-number');
    throw this.#wrongName();
  }
}
