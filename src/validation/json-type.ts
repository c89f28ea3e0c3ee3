import type { Json } from '../base/json.ts';

/** The primitive types of draft 4, in alphabetical order. */
export const JSON_TYPES = [
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
] as const;

export type JsonType = (typeof JSON_TYPES)[number];

/**
 * The type the court's library finds for a value. It goes by the number's text: from 1e21 up a
 * whole number is written with an exponent and is therefore a `number`, not an `integer`.
 */
export const typeOf = (value: Json): JsonType => {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 1e21 ? 'integer' : 'number';
    default:
      if (value === null) return 'null';
      return Array.isArray(value) ? 'array' : 'object';
  }
};
