import { canonicalJson, sameJson } from '../base/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo, pointerTokens } from '../base/json-pointer.ts';
import { resolve } from './fields.ts';
import { movesBetween } from './moves.ts';

/** The names that lead to a field of a payload, as a pointer; `*` stands for any row. */
export type FieldPath = Pointer;

const LIMITS = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const;
/** A keyword of draft-04 that limits values of one type. */
export type Limit = (typeof LIMITS)[number];

/** One change from a version of a layout to another. Absent `before` or `after`: nothing was said, or is said now. */
export type LayoutChange = { path: FieldPath } & (
  | { kind: 'added'; required: boolean }
  | { kind: 'removed' }
  /** The same name at another place. */
  | { kind: 'moved'; from: FieldPath }
  /** JSON types as in the schema: `['string']`; empty for any. */
  | { kind: 'type'; before: string[]; after: string[] }
  | { kind: 'required-now' | 'no-longer-required' }
  | { kind: 'limit'; limit: Limit; before?: Json; after?: Json }
  | { kind: 'options-added' | 'options-removed'; options: Json[] }
  /** Only these values are accepted now; before, any. */
  | { kind: 'options-fixed'; options: Json[] }
  | { kind: 'options-freed' }
  | { kind: 'format'; before?: string; after?: string }
  /** A keyword of which no more can be said in plain words (`oneOf`, `dependencies`). */
  | { kind: 'other-rule'; keyword: string }
);

interface Place {
  schema: JsonObject;
  required: boolean;
}

/**
 * What changed from one schema (draft-04) of a layout to another, in the order of the newer one, what was removed last.
 * Of a part that came or went as a whole only the part is named.
 */
export const differenceOf = (before: JsonObject, after: JsonObject): LayoutChange[] => {
  const [old, now] = [placesOf(before), placesOf(after)];
  const formerPath = movesBetween([...old.keys()], [...now.keys()]);
  const former = new Map([...now.keys()].map((path) => [path, formerPath(path)]));
  const kept = new Set(former.values());
  return [
    ...[...now].flatMap(([path, place]): LayoutChange[] => {
      const from = former.get(path);
      const was = from === undefined ? undefined : old.get(from);
      if (from !== undefined && was)
        return [...movedFrom(path, from, former), ...changes(path, was, place)];
      const isPartOfAdded = path !== '' && former.get(ownerOf(path)) === undefined;
      return isPartOfAdded ? [] : [{ path, kind: 'added', required: place.required }];
    }),
    ...[...old.keys()]
      .filter((path) => !kept.has(path) && (kept.has(ownerOf(path)) || path === ''))
      .map((path): LayoutChange => ({ path, kind: 'removed' })),
  ];
};

const ownerOf = (path: FieldPath): FieldPath => pointerTo('', ...pointerTokens(path).slice(0, -1));

/** Nothing for what moved within a part that moved. */
const movedFrom = (
  path: FieldPath,
  from: FieldPath,
  former: ReadonlyMap<FieldPath, FieldPath | undefined>,
): LayoutChange[] => {
  const isOnWithOwner = path === from || former.get(ownerOf(path)) === ownerOf(from);
  return isOnWithOwner ? [] : [{ path, kind: 'moved', from }];
};

/** Every field of a schema by its path, owners before their members; a schema inside itself is not followed. */
const placesOf = (root: JsonObject): Map<FieldPath, Place> => {
  const places = new Map<FieldPath, Place>();
  const add = (path: FieldPath, at: Pointer, required: boolean, within: readonly Pointer[]) => {
    const { schema, schemaPointer } = resolve(root, at);
    places.set(path, { schema, required });
    if (within.includes(schemaPointer)) return;
    const around = [...within, schemaPointer];
    const { properties, required: names, items } = schema;
    for (const name of isJsonObject(properties) ? Object.keys(properties) : []) {
      const isRequired = Array.isArray(names) && names.includes(name);
      add(pointerTo(path, name), pointerTo(schemaPointer, 'properties', name), isRequired, around);
    }
    if (isJsonObject(items))
      add(pointerTo(path, '*'), pointerTo(schemaPointer, 'items'), true, around);
  };
  add('', '', true, []);
  return places;
};

const changes = (path: FieldPath, was: Place, is: Place): LayoutChange[] => {
  const [before, after] = [was.schema, is.schema];
  const limits = LIMITS.filter((limit) => differs(before[limit], after[limit]));
  const [formatBefore, formatAfter] = [before.format, after.format].map(textOf);
  return [
    ...typeChange(path, before, after),
    ...(was.required === is.required
      ? []
      : [{ path, kind: is.required ? 'required-now' : 'no-longer-required' } as const]),
    ...limits.map(
      (limit): LayoutChange => ({
        ...{ path, kind: 'limit', limit },
        ...(before[limit] !== undefined && { before: before[limit] }),
        ...(after[limit] !== undefined && { after: after[limit] }),
      }),
    ),
    ...optionChanges(path, before.enum, after.enum),
    ...(formatBefore === formatAfter
      ? []
      : [
          {
            ...{ path, kind: 'format' as const },
            ...(formatBefore !== undefined && { before: formatBefore }),
            ...(formatAfter !== undefined && { after: formatAfter }),
          },
        ]),
    ...otherRules(before, after).map(
      (keyword): LayoutChange => ({ path, kind: 'other-rule', keyword }),
    ),
  ];
};

const differs = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a !== b : !sameJson(a, b);

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const typesOf = ({ type }: JsonObject): string[] =>
  (Array.isArray(type) ? type : [type ?? []].flat())
    .filter((each) => typeof each === 'string')
    .sort();

const typeChange = (path: FieldPath, was: JsonObject, is: JsonObject): LayoutChange[] => {
  const [before, after] = [typesOf(was), typesOf(is)];
  return sameJson(before, after) ? [] : [{ path, kind: 'type', before, after }];
};

const optionChanges = (
  path: FieldPath,
  before: Json | undefined,
  after: Json | undefined,
): LayoutChange[] => {
  if (!Array.isArray(after)) return Array.isArray(before) ? [{ path, kind: 'options-freed' }] : [];
  if (!Array.isArray(before)) return [{ path, kind: 'options-fixed', options: after }];
  const added = without(after, before);
  const removed = without(before, after);
  return [
    ...(added.length > 0 ? [{ path, kind: 'options-added' as const, options: added }] : []),
    ...(removed.length > 0 ? [{ path, kind: 'options-removed' as const, options: removed }] : []),
  ];
};

const without = (options: readonly Json[], others: readonly Json[]): Json[] => {
  const known = new Set(others.map(canonicalJson));
  return options.filter((option) => !known.has(canonicalJson(option)));
};

/** Said above, walked into, or of no consequence for what is accepted. */
const TOLD = new Set<string>([
  ...LIMITS,
  ...['type', 'enum', 'format', 'required', 'properties', '$ref', 'definitions'],
  ...['id', '$schema', 'title', 'description', 'default'],
]);

const otherRules = (before: JsonObject, after: JsonObject): string[] => {
  const isWalked = (keyword: string) =>
    keyword === 'items' && isJsonObject(before.items) && isJsonObject(after.items);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (keyword) =>
      !TOLD.has(keyword) && !isWalked(keyword) && differs(before[keyword], after[keyword]),
  );
};
