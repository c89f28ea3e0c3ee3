import type { Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { JsonType } from './json-type.ts';

/** Where the keyword stands after following every `$ref`, without the keyword itself. */
export interface SchemaPlace {
  loadingURI: '#';
  pointer: Pointer;
}

/** What each keyword tells besides the common keys, in the order of the court's answer. */
interface KeywordFacts {
  additionalItems: { allowed: number; found: number };
  /** `unwanted` sorted. */
  additionalProperties: { unwanted: string[] };
  allOf: { matched: number; nrSchemas: number; reports: BranchReports };
  anyOf: { nrSchemas: number; reports: BranchReports };
  /** Only of dependencies given as lists; both lists sorted. */
  dependencies: { property: string; required: string[]; missing: string[] };
  enum: { value: Json; enum: Json[] };
  maxItems: { maxItems: number; found: number };
  maxLength: { value: string; found: number; maxLength: number };
  maxProperties: { found: number; required: number };
  /** `found`, or `exclusiveMaximum` where the value equals an exclusive limit. */
  maximum: { maximum: number; found?: number; exclusiveMaximum?: true };
  minItems: { minItems: number; found: number };
  minLength: { value: string; found: number; minLength: number };
  minProperties: { found: number; required: number };
  minimum: { minimum: number; found?: number; exclusiveMinimum?: true };
  multipleOf: { value: number; divisor: number };
  not: unknown;
  oneOf: { matched: number; nrSchemas: number; reports: BranchReports };
  pattern: { regex: string; string: string };
  /** Both lists sorted; the instance pointer is the object that lacks them. */
  required: { required: string[]; missing: string[] };
  type: { found: JsonType; expected: JsonType[] };
  uniqueItems: unknown;
  /** `attribute` is the format's name; `expected` only of formats that state one. */
  format: { attribute: string; value: string; expected?: string | string[] };
}

/** Reports of all branches by the branch's own pointer (before `$ref`); `[]` where one holds. */
export type BranchReports = Record<Pointer, ReportEntry[]>;

/** What an error entry begins with. `instance.pointer` is the owner of what is wrong. */
export interface ErrorHead<K extends keyof KeywordFacts> {
  level: 'error';
  schema: SchemaPlace;
  instance: { pointer: Pointer };
  domain: 'validation';
  keyword: K;
}

/** One failure, told apart by `keyword`. */
export type ErrorEntry = {
  [K in keyof KeywordFacts]: ErrorHead<K> & { message: string } & KeywordFacts[K];
}[keyof KeywordFacts];

export type FailedKeyword = keyof KeywordFacts;

/** A word or format of the schema that the court's library does not know; never a refusal. */
export type WarningEntry =
  | {
      level: 'warning';
      schema: SchemaPlace;
      domain: 'syntax';
      message: string;
      /** Sorted. */
      ignored: string[];
    }
  | {
      level: 'warning';
      schema: SchemaPlace;
      domain: 'validation';
      keyword: 'format';
      message: string;
      attribute: string;
    };

/** One entry of the report, with the keys and key order of Recepção's answer (colare-doc 1.5.1). */
export type ReportEntry = ErrorEntry | WarningEntry;
