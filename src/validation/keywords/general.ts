import { canonicalJson } from '../../base/canonical-json.ts';
import type { Json } from '../../base/json.ts';
import { JSON_TYPES, type JsonType, typeOf } from '../json-type.ts';
import { messages } from '../messages.ts';
import { errorHead, type Keyword } from '../plan.ts';
import { listWord, malformed } from '../schema-words.ts';

const isType = (name: Json): name is JsonType => JSON_TYPES.some((type) => type === name);

/** `possible` are the types this check will meet; where all are accepted there is nothing to do. */
const type =
  (possible: JsonType[]): Keyword<Json> =>
  (subschema) => {
    const named = [subschema.words.type ?? null].flat();
    if (!named.every(isType)) throw malformed(subschema, 'type');
    const accepted = new Set<JsonType>(named);
    if (accepted.has('number')) accepted.add('integer');
    if (possible.every((name) => accepted.has(name))) return undefined;
    const expected = [...accepted].sort();
    return (value, run) => {
      const found = typeOf(value);
      if (accepted.has(found)) return;
      run.entries.push({
        ...errorHead('type', subschema, run),
        message: messages.type(found, expected),
        found,
        expected,
      });
    };
  };

/** Members may stand in any order here, other than for `uniqueItems`. */
const oneOfValues: Keyword<Json> = (subschema) => {
  const allowed = listWord(subschema, 'enum');
  const texts = new Set(allowed.map(canonicalJson));
  const scalars = new Set(allowed.filter((value) => typeof value !== 'object'));
  return (value, run) => {
    if (typeof value === 'object' ? texts.has(canonicalJson(value)) : scalars.has(value)) return;
    run.entries.push({
      ...errorHead('enum', subschema, run),
      message: messages.enum(value, allowed),
      value,
      enum: allowed,
    });
  };
};

/** Keywords that look at values of every type, made ready for values of the `possible` types. */
export const generalKeywords = (possible: JsonType[]): Record<string, Keyword<Json>> => ({
  enum: oneOfValues,
  type: type(possible),
});
