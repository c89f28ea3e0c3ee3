import { isJsonObject, type Json, type JsonObject } from '../../src/base/json.ts';
import { valueAt } from '../../src/base/json-pointer.ts';

/** What a payload of a layout needs and no more: every demanded member with the first value that it takes. */
export const payloadOf = (schema: JsonObject, file: string, mark: string): JsonObject => {
  const made = valueFor(schema, schema, { file, mark });
  return isJsonObject(made) ? made : {};
};

interface Contents {
  /** Name of the file in every file field. */
  file: string;
  /** In every text. */
  mark: string;
}

const valueFor = (wanted: Json | undefined, root: JsonObject, contents: Contents): Json => {
  if (!isJsonObject(wanted)) return null;
  if (typeof wanted.$ref === 'string') {
    return valueFor(valueAt(root, wanted.$ref.slice(1)), root, contents);
  }
  if (Array.isArray(wanted.enum)) return wanted.enum[0] ?? null;
  switch (wanted.type) {
    case 'object': {
      const { required, properties } = wanted;
      const names = Array.isArray(required) ? required.map(String) : [];
      const fields = isJsonObject(properties) ? properties : {};
      return Object.fromEntries(
        names.map((name) => [name, valueFor(fields[name], root, contents)]),
      );
    }
    case 'array':
      return [valueFor(wanted.items, root, contents)];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return typeof wanted.minimum === 'number' ? wanted.minimum + 1 : 1;
    default:
      return textFor(wanted.format, contents);
  }
};

const textFor = (format: Json | undefined, { file, mark }: Contents): string => {
  if (format === 'arquivo-ged') return file;
  return format === 'date' ? '2019-03-05' : mark;
};
