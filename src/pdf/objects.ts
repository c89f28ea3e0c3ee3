import { type Bytes, fromUtf8, utf8 } from '../base/bytes.ts';

/** One character of the text is one byte of the name, escapes already decoded. */
export interface PdfName {
  kind: 'name';
  name: string;
}

export interface PdfString {
  kind: 'string';
  bytes: Bytes;
}

export interface PdfRef {
  kind: 'ref';
  number: number;
  generation: number;
}

export interface PdfDict {
  kind: 'dict';
  entries: Map<string, PdfObject>;
}

export interface PdfStream {
  kind: 'stream';
  dict: PdfDict;
  /** As stored, filters not applied. */
  data: Bytes;
}

/** The direct objects of ISO 32000-1 §7.3; null, booleans, numbers and arrays are those of JavaScript. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfObject[];

/** What a reference can lead to; a stream is never a part of another object (ISO 32000-1 §7.3.8.1). */
export type PdfTarget = PdfObject | PdfStream;

type Tagged = PdfName | PdfString | PdfRef | PdfDict | PdfStream;

const isTagged = (object: PdfTarget | undefined): object is Tagged =>
  typeof object === 'object' && object !== null && !Array.isArray(object);

export const isName = (object: PdfTarget | undefined): object is PdfName =>
  isTagged(object) && object.kind === 'name';

export const isString = (object: PdfTarget | undefined): object is PdfString =>
  isTagged(object) && object.kind === 'string';

export const isRef = (object: PdfTarget | undefined): object is PdfRef =>
  isTagged(object) && object.kind === 'ref';

export const isDict = (object: PdfTarget | undefined): object is PdfDict =>
  isTagged(object) && object.kind === 'dict';

export const isStream = (object: PdfTarget | undefined): object is PdfStream =>
  isTagged(object) && object.kind === 'stream';

/** A count, offset or object number. */
export const isWhole = (object: PdfTarget | undefined): object is number =>
  Number.isSafeInteger(object) && Number(object) >= 0;

export const name = (text: string): PdfName => ({ kind: 'name', name: text });

export const dict = (entries: Record<string, PdfObject>): PdfDict => ({
  kind: 'dict',
  entries: new Map(Object.entries(entries)),
});

/** A copy of a dictionary with one entry added or replaced. */
export const withEntry = (original: PdfDict, key: string, value: PdfObject): PdfDict => ({
  kind: 'dict',
  entries: new Map(original.entries).set(key, value),
});

/** A text string: as it is where it is ASCII, else UTF-16BE with its mark (ISO 32000-1 §7.9.2.2). */
export const textString = (text: string): PdfString => {
  if (/^[ -~]*$/.test(text)) return { kind: 'string', bytes: utf8(text) };
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i));
  return { kind: 'string', bytes };
};

/** The text of a text string: UTF-16BE or UTF-8 by its mark, else read as Latin-1 (ISO 32000-2 §7.9.2.2). */
export const textOf = ({ bytes }: PdfString): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return fromUtf8(bytes);
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
};
