import { type Bytes, fromUtf8, toHex } from '../base/bytes.ts';
import type { PdfObject } from './objects.ts';

/** Writes an object as PDF syntax in ASCII only, so that one character of it is one byte of the file. */
export const serialize = (object: PdfObject): string => {
  if (object === null) return 'null';
  if (typeof object === 'number') return serializeNumber(object);
  if (typeof object === 'boolean') return String(object);
  if (Array.isArray(object)) return `[${object.map(serialize).join(' ')}]`;
  switch (object.kind) {
    case 'name':
      return serializeName(object.name);
    case 'string':
      return serializeString(object.bytes);
    case 'ref':
      return `${object.number} ${object.generation} R`;
    case 'dict':
      return `<<${serializeEntries(object.entries)} >>`;
  }
};

const serializeEntries = (entries: Map<string, PdfObject>): string =>
  Array.from(entries, ([key, value]) => ` ${serializeName(key)} ${serialize(value)}`).join('');

/** PDF numbers have no exponent (ISO 32000-1 §7.3.3). */
const serializeNumber = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
};

/** ISO 32000-1 §7.3.5: what is not a regular printable character is written as `#xx`. */
const serializeName = (name: string): string =>
  `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${toHex(Uint8Array.of(character.charCodeAt(0)))}`)}`;

/** Printable ASCII stays readable, everything else is hexadecimal (ISO 32000-1 §7.3.4). */
const serializeString = (bytes: Bytes): string => {
  const text = fromUtf8(bytes);
  return /^[ -~]*$/.test(text) ? `(${text.replace(/[()\\]/g, '\\$&')})` : `<${toHex(bytes)}>`;
};
