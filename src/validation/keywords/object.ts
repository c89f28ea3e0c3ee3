import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import { messages } from '../messages.ts';
import { type Check, errorHead, type Keyword, type Subschema } from '../plan.ts';
import {
  countWord,
  isNames,
  malformed,
  namesWord,
  objectWord,
  regexWord,
} from '../schema-words.ts';

const missingOf = (names: string[], value: JsonObject) =>
  names.filter((name) => !Object.hasOwn(value, name));

const required: Keyword<JsonObject> = (subschema) => {
  const names = [...namesWord(subschema, 'required')].sort();
  return (value, run) => {
    if (names.every((name) => Object.hasOwn(value, name))) return;
    const missing = missingOf(names, value);
    run.entries.push({
      ...errorHead('required', subschema, run),
      message: messages.required(missing),
      required: names,
      missing,
    });
  };
};

/** The names that `properties` and `patternProperties` know. */
export const knownNames = (subschema: Subschema) => {
  const { words } = subschema;
  const properties = words.properties === undefined ? {} : objectWord(subschema, 'properties');
  const patterns =
    words.patternProperties === undefined ? {} : objectWord(subschema, 'patternProperties');
  return {
    names: Object.keys(properties),
    patterns: Object.keys(patterns).map((source) => ({
      source,
      regex: regexWord(subschema, 'patternProperties', source),
    })),
  };
};

const additionalProperties: Keyword<JsonObject> = (subschema) => {
  const additional = subschema.words.additionalProperties;
  if (typeof additional !== 'boolean' && !isJsonObject(additional)) {
    throw malformed(subschema, 'additionalProperties');
  }
  if (additional !== false) return undefined;
  const { names, patterns } = knownNames(subschema);
  const known = new Set(names);
  const isUnwanted = (name: string) =>
    !known.has(name) && !patterns.some(({ regex }) => regex.test(name));
  return (value, run) => {
    const unwanted = Object.keys(value).filter(isUnwanted).sort();
    if (unwanted.length === 0) return;
    run.entries.push({
      ...errorHead('additionalProperties', subschema, run),
      message: messages.additionalProperties(unwanted),
      unwanted,
    });
  };
};

/** A list demands further members; a schema is applied to the same object, its entries in place. */
const dependency = (subschema: Subschema, property: string, demand: Json): Check<JsonObject> => {
  if (isJsonObject(demand)) {
    const plan = subschema.planOf('dependencies', property);
    return (value, run) => plan.visit(value, run);
  }
  if (!isNames(demand)) throw malformed(subschema, 'dependencies');
  const names = [...demand].sort();
  return (value, run) => {
    const missing = missingOf(names, value);
    if (missing.length === 0) return;
    run.entries.push({
      ...errorHead('dependencies', subschema, run),
      message: messages.dependencies(property, missing),
      property,
      required: names,
      missing,
    });
  };
};

const dependencies: Keyword<JsonObject> = (subschema) => {
  const checks = Object.entries(objectWord(subschema, 'dependencies')).map(
    ([property, demand]) => ({ property, check: dependency(subschema, property, demand) }),
  );
  return (value, run) => {
    for (const { property, check } of checks) {
      if (Object.hasOwn(value, property)) check(value, run);
    }
  };
};

const maxProperties: Keyword<JsonObject> = (subschema) => {
  const limit = countWord(subschema, 'maxProperties');
  return (value, run) => {
    const found = Object.keys(value).length;
    if (found <= limit) return;
    run.entries.push({
      ...errorHead('maxProperties', subschema, run),
      message: messages.maxProperties(limit, found),
      found,
      required: limit,
    });
  };
};

const minProperties: Keyword<JsonObject> = (subschema) => {
  const limit = countWord(subschema, 'minProperties');
  return (value, run) => {
    const found = Object.keys(value).length;
    if (found >= limit) return;
    run.entries.push({
      ...errorHead('minProperties', subschema, run),
      message: messages.minProperties(limit, found),
      found,
      required: limit,
    });
  };
};

/** Keywords that look at objects only. */
export const objectKeywords: Record<string, Keyword<JsonObject>> = {
  additionalProperties,
  dependencies,
  maxProperties,
  minProperties,
  required,
};
