import type { Json, JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo } from '../base/json-pointer.ts';
import type { ErrorHead, FailedKeyword, ReportEntry, SchemaPlace } from './entry.ts';

/** What a caller may ask of a report. */
export interface ReportOptions {
  /** Tells, too, words and formats of the schema that are not known; the court's answer never does. */
  warnings?: boolean;
  /** Whether a file with this UUID is in the court's GED; without it every well-formed id passes. */
  gedExists?: (id: string) => boolean;
}

/** One report in the making. */
export interface Run {
  options: ReportOptions;
  entries: ReportEntry[];
  /** The way from the root of the instance to the value being visited. */
  path: (string | number)[];
  depth: number;
  /** Objects and arrays never change: one that stands where it stood before has the entries of then. */
  remembers: boolean;
}

/** A subschema made ready to be applied, `$ref` already followed. */
export interface Plan {
  /** Applies the subschema to a value that stands at `run.path`, children included. */
  visit(value: Json, run: Run): void;
}

/** One keyword made ready: adds an entry to the run where the value fails. */
export type Check<V extends Json> = (value: V, run: Run) => void;

/** A subschema being made ready, as its keywords see it. */
export interface Subschema {
  place: SchemaPlace;
  words: JsonObject;
  /** The plan of a subschema below this one. */
  planOf(...tokens: (string | number)[]): Plan;
}

/** Makes a keyword of the subschema ready; `undefined` where it demands nothing. */
export type Keyword<V extends Json> = (subschema: Subschema) => Check<V> | undefined;

/** The pointer of the value being visited. */
const instancePointer = (run: Run): Pointer => pointerTo('', ...run.path);

/** The keys that every error entry begins with. */
export const errorHead = <K extends FailedKeyword>(
  keyword: K,
  { place }: Subschema,
  run: Run,
): ErrorHead<K> => ({
  level: 'error',
  schema: place,
  instance: { pointer: instancePointer(run) },
  domain: 'validation',
  keyword,
});

/** Does something whose entries are kept out of the run's own list, and gives them. */
export const entriesOf = (run: Run, visit: () => void): ReportEntry[] => {
  const own = run.entries;
  const apart: ReportEntry[] = [];
  run.entries = apart;
  visit();
  run.entries = own;
  return apart;
};

/** Visits a member or element of the value being visited. */
export const visitChild = (plan: Plan, token: string | number, value: Json, run: Run): void => {
  run.path.push(token);
  plan.visit(value, run);
  run.path.pop();
};
