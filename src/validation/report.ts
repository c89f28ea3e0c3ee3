import type { Json, JsonObject } from '../base/json.ts';
import { compile } from './compile.ts';
import type { ReportEntry } from './entry.ts';
import type { ReportOptions } from './plan.ts';

export type { ReportEntry } from './entry.ts';
export type { ReportOptions } from './plan.ts';
export { SchemaError } from './schema-error.ts';

/** Reports on instances of one schema. Throws `SchemaError` `too-deep`. */
export type Reporter = (instance: Json, options?: ReportOptions) => ReportEntry[];

/**
 * Makes a draft-04 schema ready for many reports: the court's validation report (draft 4, deep
 * check), entry by entry in the order of Recepção's answer (colare-doc 1.5.1). Without `warnings`
 * an empty report means valid. Needs no `eval`. Throws `SchemaError` for an invalid schema.
 */
export const compileReport = (schema: JsonObject): Reporter => {
  const plan = compile(schema);
  return (instance, options = {}) => {
    const entries: ReportEntry[] = [];
    plan.visit(instance, { options, entries, path: [], depth: 0, remembers: false });
    return entries;
  };
};

/**
 * The same report on one version of a document after the other. Versions share what did not change, and nothing in them
 * may change: only objects and arrays that are new, or stand elsewhere than before, are looked at again, and the entries
 * of all others are the very ones of before.
 */
export const compileRunningReport = (schema: JsonObject): ((instance: Json) => ReportEntry[]) => {
  const plan = compile(schema);
  return (instance) => {
    const entries: ReportEntry[] = [];
    plan.visit(instance, { options: {}, entries, path: [], depth: 0, remembers: true });
    return entries;
  };
};

const reporters = new WeakMap<JsonObject, Reporter>();

/** The report on one instance; the schema is made ready at first use and must not change after. */
export const report = (
  schema: JsonObject,
  instance: Json,
  options?: ReportOptions,
): ReportEntry[] => {
  const reporter = reporters.get(schema) ?? compileReport(schema);
  reporters.set(schema, reporter);
  return reporter(instance, options);
};

/**
 * The ids of the files that an instance names in `arquivo-ged` fields, well-formed ones only, so
 * that a server can look them up before it asks for the report with `gedExists`.
 */
export const gedIds = (schema: JsonObject, instance: Json): Set<string> => {
  const ids = new Set<string>();
  const gedExists = (id: string) => {
    ids.add(id);
    return true;
  };
  report(schema, instance, { gedExists });
  return ids;
};
