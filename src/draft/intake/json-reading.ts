import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';

/** What `JSON.parse` would have passed over in silence. */
export type JsonOddity =
  /** A member stands twice; its last value counts. */
  | 'duplicate-member'
  /** A member named `__proto__`; it is kept as any other. */
  | 'prototype-member'
  /** A number that would not stay what it is; kept as text. */
  | 'number-not-kept'
  /** Half of a surrogate pair, which no encoding can write. */
  | 'broken-character';

/** `text`: the number as it is written. */
export interface JsonFinding {
  oddity: JsonOddity;
  pointer: Pointer;
  text?: string;
}

export interface JsonReading {
  value: Json;
  /** In the order of the text, at most a thousand. */
  findings: JsonFinding[];
}

/** Why a text is no JSON (RFC 8259). */
export type JsonFault =
  | 'nothing-there'
  /** It ends before the value does. */
  | 'cut-off'
  | 'something-behind'
  | 'unexpected-character'
  /** `[1,]` */
  | 'comma-too-many'
  /** `'a'` */
  | 'single-quotes'
  /** A name, or a word other than true, false and null, without quotes. */
  | 'no-quotes'
  /** `NaN`, `01`, `+1`, `.5`, `1.` */
  | 'not-a-number'
  /** A line end or another control character in a text. */
  | 'control-character'
  | 'unknown-escape'
  | 'too-deep';

/** Line and column from 1, counted in UTF-16 units. */
export interface JsonMistake {
  fault: JsonFault;
  line: number;
  column: number;
}
