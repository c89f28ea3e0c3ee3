import type { Json } from './json.ts';

/**
 * Canonical JSON text of a value (RFC 8785): members sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them. Throws `RangeError` on NaN and infinities.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('not a JSON number');
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`);
  return `{${members.join(',')}}`;
};

/** Whether two values are the same JSON, whatever the order of their members. */
export const sameJson = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b);
