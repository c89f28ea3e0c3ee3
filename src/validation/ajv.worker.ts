import { expose } from 'comlink';
import type { Json, JsonObject } from '../base/json.ts';
import { compileVerdict, type Verdict } from './verdict.ts';

const compiled = new Map<string, Verdict>();

const service = {
  /**
   * Whether an instance is valid; a schema is compiled once for its hash (SHA-256, hexadecimal).
   * Rejects where Ajv refuses the schema.
   */
  verdict(schema: JsonObject, schemaHash: string, instance: Json): boolean {
    const verdict = compiled.get(schemaHash) ?? compileVerdict(schema);
    compiled.set(schemaHash, verdict);
    return verdict(instance);
  },
};

/** What the worker answers; wrap it with comlink's `Remote`. */
export type VerdictService = typeof service;

expose(service);
