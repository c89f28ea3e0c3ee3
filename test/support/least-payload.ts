import { readFileSync } from 'node:fs';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../src/base/json.ts';
import { type Pointer, pointerTo } from '../../src/base/json-pointer.ts';
import { sampleAddress } from '../../src/layout/catalogue.ts';
import { resolve } from '../../src/layout/fields.ts';
import type { LayoutId } from '../../src/layout/types.ts';

const sampleSchema = (layout: LayoutId): JsonObject => {
  const file = new URL(`../../public${sampleAddress(layout)}`, import.meta.url);
  const schema = parseJson(readFileSync(file, 'utf8'));
  return isJsonObject(schema) ? schema : {};
};

/** What the sample schema of a layout wants at least, with one and the same file in every field for files. */
export const leastPayload = (layout: LayoutId, file: string): JsonObject => {
  const root = sampleSchema(layout);
  const at = (pointer: Pointer): Json => {
    const { schema, schemaPointer } = resolve(root, pointer);
    if (Array.isArray(schema.enum)) return schema.enum[0] ?? null;
    switch (schema.type) {
      case 'object':
        return object(schema, schemaPointer);
      case 'array':
        return [at(pointerTo(schemaPointer, 'items'))];
      case 'boolean':
        return false;
      case 'integer':
      case 'number':
        return typeof schema.minimum === 'number' ? schema.minimum : 1;
      default:
        if (schema.format === 'arquivo-ged') return file;
        return schema.format === 'date' ? '2024-02-01' : 'texto';
    }
  };
  const object = (schema: JsonObject, pointer: Pointer): JsonObject => {
    const required = Array.isArray(schema.required) ? schema.required : [];
    return Object.fromEntries(
      required.map((name) => [String(name), at(pointerTo(pointer, 'properties', String(name)))]),
    );
  };
  return object(root, '');
};
