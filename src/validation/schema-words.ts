import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { pointerTo } from '../base/json-pointer.ts';
import type { Subschema } from './plan.ts';
import { SchemaError } from './schema-error.ts';

/** The fault of a keyword whose value is not what draft 4 allows there. */
export const malformed = ({ place }: Subschema, keyword: string) =>
  new SchemaError('keyword-malformed', pointerTo(place.pointer, keyword));

const word =
  <T extends Json>(fits: (value: Json) => value is T) =>
  (subschema: Subschema, keyword: string): T => {
    const value = subschema.words[keyword];
    if (value === undefined || !fits(value)) throw malformed(subschema, keyword);
    return value;
  };

const isText = (value: Json): value is string => typeof value === 'string';
export const isNames = (value: Json): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

/** Readers of keyword values; each throws `SchemaError` where the value is not of its kind. */
export const numberWord = word((value) => typeof value === 'number');
export const countWord = word(
  (value): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
);
export const positiveWord = word(
  (value): value is number => typeof value === 'number' && value > 0,
);
export const flagWord = word((value) => typeof value === 'boolean');
export const textWord = word(isText);
export const namesWord = word(isNames);
export const objectWord = word((value): value is JsonObject => isJsonObject(value));
export const listWord = word((value): value is Json[] => Array.isArray(value) && value.length > 0);

/** A regular expression as the court's engine reads it: ECMAScript 5, without the `u` flag. */
export const regexWord = (subschema: Subschema, keyword: string, source: string): RegExp => {
  try {
    return new RegExp(source);
  } catch {
    throw malformed(subschema, keyword);
  }
};
