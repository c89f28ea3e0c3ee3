import type { Json, JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { ReportEntry, WarningEntry } from './entry.ts';
import type { JsonType } from './json-type.ts';
import { arrayKeywords, elements } from './keywords/array.ts';
import { branchKeywords } from './keywords/branches.ts';
import { formatCheck } from './keywords/format.ts';
import { generalKeywords } from './keywords/general.ts';
import { members } from './keywords/members.ts';
import { numberKeywords } from './keywords/number.ts';
import { objectKeywords } from './keywords/object.ts';
import { stringKeywords } from './keywords/string.ts';
import { messages } from './messages.ts';
import {
  type Check,
  entriesOf,
  type Keyword,
  type Plan,
  type Run,
  type Subschema,
} from './plan.ts';
import { MAX_DEPTH, SchemaError } from './schema-error.ts';
import { textWord } from './schema-words.ts';

/** All keywords that look at values of some types, in the alphabetical order of the court's report. */
const inOrder = <V extends Json>(
  possible: JsonType[],
  own: Record<string, Keyword<V>>,
): [string, Keyword<V>][] =>
  Object.entries({ ...generalKeywords(possible), ...branchKeywords, ...own }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );

const KEYWORDS = {
  array: inOrder(['array'], arrayKeywords),
  number: inOrder(['integer', 'number'], numberKeywords),
  object: inOrder(['object'], objectKeywords),
  string: inOrder(['string'], stringKeywords),
  other: inOrder<boolean | null>(['boolean', 'null'], {}),
};

/** Words of draft 4 without a check of their own. */
const ANNOTATIONS = [
  '$ref',
  '$schema',
  'default',
  'definitions',
  'description',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'id',
  'items',
  'patternProperties',
  'properties',
  'title',
];
const KNOWN_WORDS = new Set([
  ...ANNOTATIONS,
  ...Object.values(KEYWORDS).flatMap((keywords) => keywords.map(([name]) => name)),
]);

const checksOf = <V extends Json>(
  keywords: [string, Keyword<V>][],
  subschema: Subschema,
): Check<V>[] =>
  keywords.flatMap(([name, keyword]) => {
    const check = Object.hasOwn(subschema.words, name) ? keyword(subschema) : undefined;
    return check ? [check] : [];
  });

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

const runAll = <V extends Json>(checks: Check<V>[], value: V, run: Run): void => {
  for (const check of checks) check(value, run);
};

/** What the court's library would say about the schema's own words, each time it visits them. */
const warningsOf = ({ words, place }: Subschema, unknownFormat?: string): WarningEntry[] => {
  const ignored = Object.keys(words)
    .filter((word) => !KNOWN_WORDS.has(word))
    .sort();
  const warnings: WarningEntry[] = [];
  if (ignored.length > 0) {
    const message = messages.unknownKeywords(ignored);
    warnings.push({ level: 'warning', schema: place, domain: 'syntax', message, ignored });
  }
  if (unknownFormat !== undefined) {
    warnings.push({
      level: 'warning',
      schema: place,
      domain: 'validation',
      keyword: 'format',
      message: messages.unknownFormat(unknownFormat),
      attribute: unknownFormat,
    });
  }
  return warnings;
};

/** What an object or array gave, and where it stood: the way from the root of the instance. */
interface Remembered {
  path: (string | number)[];
  entries: ReportEntry[];
}

const NOTHING: Remembered = { path: [], entries: [] };

/** Entries name their place; where there are none, none matters. */
const holdsAt = (path: (string | number)[], { path: before, entries }: Remembered): boolean =>
  entries.length === 0 ||
  (path.length === before.length && path.every((token, index) => token === before[index]));

/** Checks by the type of the value; those of containers end with the visit of their children. */
export class SubschemaPlan implements Plan {
  readonly #pointer: Pointer;
  #warnings: WarningEntry[] = [];
  #array: Check<Json[]>[] = [];
  #number: Check<number>[] = [];
  #object: Check<JsonObject>[] = [];
  #string: Check<string>[] = [];
  #other: Check<boolean | null>[] = [];
  readonly #remembered = new WeakMap<object, Remembered>();

  constructor(pointer: Pointer) {
    this.#pointer = pointer;
  }

  /** Apart from the constructor, so that a schema which contains itself finds its own plan. */
  prepare(subschema: Subschema): void {
    const { words } = subschema;
    const attribute = Object.hasOwn(words, 'format') ? textWord(subschema, 'format') : undefined;
    const format = attribute === undefined ? undefined : formatCheck(subschema, attribute);

    this.#array = [...checksOf(KEYWORDS.array, subschema), ...present(elements(subschema))];
    this.#number = checksOf(KEYWORDS.number, subschema);
    this.#object = [...checksOf(KEYWORDS.object, subschema), ...present(members(subschema))];
    this.#string = [...checksOf(KEYWORDS.string, subschema), ...present(format)];
    this.#other = checksOf(KEYWORDS.other, subschema);

    this.#warnings = warningsOf(subschema, format === undefined ? attribute : undefined);
  }

  visit(value: Json, run: Run): void {
    if (run.depth === MAX_DEPTH) throw new SchemaError('too-deep', this.#pointer);
    run.depth++;
    if (run.options.warnings) run.entries.push(...this.#warnings);
    if (typeof value === 'string') runAll(this.#string, value, run);
    else if (typeof value === 'number') runAll(this.#number, value, run);
    else if (typeof value === 'boolean' || value === null) runAll(this.#other, value, run);
    else if (run.remembers) this.#visitAnew(value, run);
    else this.#visitContainer(value, run);
    run.depth--;
  }

  #visitContainer(value: Json[] | JsonObject, run: Run): void {
    if (Array.isArray(value)) runAll(this.#array, value, run);
    else runAll(this.#object, value, run);
  }

  #visitAnew(value: Json[] | JsonObject, run: Run): void {
    let known = this.#remembered.get(value);
    if (!known || !holdsAt(run.path, known)) {
      const entries = entriesOf(run, () => this.#visitContainer(value, run));
      known = entries.length === 0 ? NOTHING : { path: [...run.path], entries };
      this.#remembered.set(value, known);
    }
    for (const entry of known.entries) run.entries.push(entry);
  }
}
