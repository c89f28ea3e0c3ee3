import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../src/base/json.ts';
import { type Pointer, pointerTo } from '../../src/base/json-pointer.ts';
import { resolve } from '../../src/layout/fields.ts';

/** The codes that a published table names for members of this name; `undefined` where there is none. */
export type CodesOf = (name: string) => readonly number[] | undefined;

/** Most rows by how many tables are around: more show nothing new, and tables within tables would grow by powers. */
const MOST_ROWS = [3, 2];

/** Digits that every double keeps (DBL_DIG): a person can type no more. */
const LARGEST = 10 ** 15 - 1;

const letters = fc.constantFrom(...'abcxyzÁÇéõ ZN0189.,;/-"\'\\<&€𝄞');

/** Texts that say something: an empty one is none, and the court gets none. */
const text = fc
  .string({ unit: letters, minLength: 1, maxLength: 12 })
  .filter((each) => each.trim() !== '');

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const limit = (word: Json | undefined, otherwise: number): number =>
  typeof word === 'number' ? word : otherwise;

const integer = ({ minimum, maximum }: JsonObject) => {
  const [min, max] = [limit(minimum, -LARGEST), limit(maximum, LARGEST)];
  return fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min: Math.max(min, -3), max: Math.min(max, Math.max(min, 0) + 5000) }),
  );
};

/** Decimals of up to six places. */
const number = ({ minimum, maximum }: JsonObject) => {
  const [min, max] = [limit(minimum, -1e8), limit(maximum, 1e8)];
  return fc
    .tuple(fc.integer({ min: min * 100, max: max * 100 }), fc.constantFrom(1, 100, 10_000))
    .map(([hundredths, finer]) => Number(`${hundredths}e-2`) / finer)
    .map((value) => Number(Math.min(max, Math.max(min, value)).toFixed(6)) + 0);
};

/**
 * Valid documents of a draft-04 schema with the words that the layouts use, made from the schema alone. What no person
 * would state stays out: empty texts, lists without rows that need not be there, codes that a published table does not name.
 */
export const documentsOf = (root: JsonObject, codesOf: CodesOf): fc.Arbitrary<Json> => {
  const at = (written: Pointer, name: string, rowsAround: number): fc.Arbitrary<Json> => {
    const { schema, schemaPointer } = resolve(root, written);
    if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'object':
        return object(schema, schemaPointer, rowsAround);
      case 'array':
        return rows(schemaPointer, rowsAround);
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return code(name) ?? integer(schema);
      case 'number':
        return number(schema);
      default:
        if (schema.format === 'date') return date;
        return schema.format === 'arquivo-ged' ? fc.uuid() : text;
    }
  };

  const code = (name: string): fc.Arbitrary<Json> | undefined => {
    const codes = codesOf(name);
    return codes && codes.length > 0 ? fc.constantFrom(...codes) : undefined;
  };

  const object = (schema: JsonObject, pointer: Pointer, rowsAround: number) => {
    const members = Object.keys(isJsonObject(schema.properties) ? schema.properties : {});
    const model = members.map((name): [string, fc.Arbitrary<Json>] => [
      name,
      at(pointerTo(pointer, 'properties', name), name, rowsAround),
    ]);
    const needed = Array.isArray(schema.required) ? schema.required : [];
    return fc.record<Record<string, Json>, string>(Object.fromEntries(model), {
      requiredKeys: members.filter((name) => needed.includes(name)),
      noNullPrototype: true,
    });
  };

  const rows = (pointer: Pointer, rowsAround: number) =>
    fc.uniqueArray(at(pointerTo(pointer, 'items'), '', rowsAround + 1), {
      minLength: 1,
      maxLength: MOST_ROWS[rowsAround] ?? 1,
      selector: (row) => JSON.stringify(row),
    });

  return at('', '', 0);
};
