import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo, valueAt } from '../base/json-pointer.ts';
import { type CodeItem, type CodeTable, tableFor } from './code-tables.ts';
import { labelOfName, labelOfTitle } from './label.ts';
import type { Side, SideGroup } from './side.ts';
import type {
  ChoiceOption,
  FieldGroup,
  LayoutField,
  LayoutId,
  ObjectField,
  Reference,
} from './types.ts';

/** What is known of a layout's fields beside its schema. */
export interface Knowledge {
  side: Side;
  /** As they stand in the layout's month. */
  tables: readonly CodeTable[];
}

const NOTHING: Knowledge = { side: { groups: {}, fields: {} }, tables: [] };

/** One walk over one schema. */
interface Walk extends Knowledge {
  root: JsonObject;
  layout: LayoutId;
}

/** A place in the schema that describes one value. */
interface Place {
  /** As written in the owner, before `$ref`. */
  pointer: Pointer;
  /** Where it stands after `$ref`. */
  schemaPointer: Pointer;
  schema: JsonObject;
  name: string;
  required: boolean;
  /** Resolved pointers of the owners, to notice a schema inside itself. */
  within: Pointer[];
}

const LONG_TEXT = /^(objeto|motivo|descricao|detalhamento|ementa|atribuicoes)/;

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Follows `$ref` within the schema; a reference to nowhere, or in a circle, is an empty schema. */
export const resolve = (
  root: JsonObject,
  pointer: Pointer,
  seen: Pointer[] = [],
): { schemaPointer: Pointer; schema: JsonObject } => {
  const found = seen.includes(pointer) ? undefined : valueAt(root, pointer);
  const schema = isJsonObject(found) ? found : {};
  const target = textOf(schema.$ref);
  return target?.startsWith('#')
    ? resolve(root, decodeURIComponent(target.slice(1)), [...seen, pointer])
    : { schemaPointer: pointer, schema };
};

const placeAt = (
  walk: Walk,
  pointer: Pointer,
  name: string,
  required: boolean,
  within: Pointer[],
): Place => ({ pointer, name, required, within, ...resolve(walk.root, pointer) });

const described = (walk: Walk, { pointer, schemaPointer, schema, name, required }: Place) => {
  const side = walk.side.fields[pointer] ?? {};
  const title = textOf(schema.title);
  const label = side.label ?? (name === '' && title ? labelOfTitle(title) : labelOfName(name));
  const help = side.help ?? textOf(schema.description);
  return {
    name,
    schemaPointer,
    label,
    required,
    ...(help && { help }),
    ...(side.hint && { hint: side.hint }),
    ...(side.when && { when: side.when }),
  };
};

const grouped = (fields: LayoutField[], groups: SideGroup[]): FieldGroup[] => {
  const named = groups.map(({ title, fields: names }) => ({
    title,
    fields: names.flatMap((name) => fields.filter((field) => field.name === name)),
  }));
  const placed = new Set(groups.flatMap((group) => group.fields));
  const rest = { fields: fields.filter((field) => !placed.has(field.name)) };
  return [...named, rest].filter((group) => group.fields.length > 0);
};

const objectField = (walk: Walk, place: Place): ObjectField => {
  const { schema, schemaPointer, within } = place;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const members = isJsonObject(schema.properties) ? Object.keys(schema.properties) : [];
  const fields = members.map((name) => {
    const pointer = pointerTo(schemaPointer, 'properties', name);
    const member = placeAt(walk, pointer, name, required.includes(name), [
      ...within,
      schemaPointer,
    ]);
    return fieldAt(walk, member);
  });
  const groups = grouped(fields, walk.side.groups[schemaPointer] ?? []);
  return { kind: 'object', ...described(walk, place), groups };
};

const arrayField = (walk: Walk, place: Place): LayoutField => {
  const { schema, schemaPointer, within } = place;
  const items = placeAt(walk, pointerTo(schemaPointer, 'items'), '', true, [
    ...within,
    schemaPointer,
  ]);
  return {
    kind: 'array',
    ...described(walk, place),
    items: fieldAt(walk, items),
    minItems: numberOf(schema.minItems) ?? 0,
  };
};

const optionOf = ({ code, label, from, until }: CodeItem): ChoiceOption => {
  const validity = { ...(from && { from }), ...(until && { until }) };
  return { value: code, label, ...((from || until) && { validity }) };
};

const choiceField = (walk: Walk, place: Place, codes: Json[]): LayoutField => {
  const table = tableFor(walk.tables, walk.layout, place.name);
  const options = codes.flatMap((value): ChoiceOption[] => {
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    const item = table?.items.find(({ code }) => code === value);
    return [item ? optionOf(item) : { value }];
  });
  return { kind: 'choice', ...described(walk, place), options };
};

/** A number; where a table has codes for it, a choice among these. */
const integerField = (walk: Walk, place: Place): LayoutField => {
  const table = tableFor(walk.tables, walk.layout, place.name);
  return table && table.items.length > 0
    ? { kind: 'choice', ...described(walk, place), options: table.items.map(optionOf) }
    : numberField(walk, place, 'integer');
};

const numberField = (walk: Walk, place: Place, kind: 'number' | 'integer'): LayoutField => {
  const [minimum, maximum] = [numberOf(place.schema.minimum), numberOf(place.schema.maximum)];
  const { unit, refersTo, homologatedOnly } = walk.side.fields[place.pointer] ?? {};
  const reference = refersTo && referenceOf(refersTo, homologatedOnly);
  return {
    kind,
    ...described(walk, place),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(unit && { unit }),
    ...(reference && { reference }),
  };
};

const referenceOf = (refersTo: string[], homologatedOnly = false): Reference => ({
  layouts: refersTo.map((name) => {
    const [spc = '', slp = ''] = name.split('/');
    return { spc, slp };
  }),
  until: homologatedOnly ? 'homologated' : 'delivered',
});

const stringField = (walk: Walk, place: Place): LayoutField => {
  const common = described(walk, place);
  if (place.schema.format === 'date') return { kind: 'date', ...common };
  if (place.schema.format === 'arquivo-ged')
    return { kind: 'file', ...common, demandsPdfA: demandsPdfA(place.schema) };
  return { kind: 'text', ...common, long: LONG_TEXT.test(place.name) };
};

/** No keyword for it is known; what is inferred here is that a layout that wants PDF/A says so in its own words. */
const demandsPdfA = ({ title, description }: JsonObject): boolean =>
  /\bpdf\s?\/\s?a\b/i.test(`${textOf(title)} ${textOf(description)}`);

const fieldAt = (walk: Walk, place: Place): LayoutField => {
  const { schema, schemaPointer, within } = place;
  if (within.includes(schemaPointer)) return { kind: 'other', ...described(walk, place) };
  if (Array.isArray(schema.enum)) return choiceField(walk, place, schema.enum);
  switch (schema.type) {
    case 'object':
      return objectField(walk, place);
    case 'array':
      return arrayField(walk, place);
    case 'string':
      return stringField(walk, place);
    case 'number':
      return numberField(walk, place, 'number');
    case 'integer':
      return integerField(walk, place);
    case 'boolean':
      return { kind: 'boolean', ...described(walk, place) };
    default:
      return { kind: 'other', ...described(walk, place) };
  }
};

/** The fields of a layout: the untouched schema (draft-04), and what is known beside it. */
export const fieldsOf = (
  schema: JsonObject,
  layout: LayoutId,
  knowledge: Knowledge = NOTHING,
): ObjectField => {
  const walk: Walk = { root: schema, layout, ...knowledge };
  return objectField(walk, placeAt(walk, '', '', true, []));
};
