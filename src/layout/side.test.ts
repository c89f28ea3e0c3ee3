import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../base/json.ts';
import { type Pointer, pointerTo, pointerTokens, valueAt } from '../base/json-pointer.ts';
import { CATALOGUE, sampleAddress } from './catalogue.ts';
import { commonSide, loadSide, SIDE_FILES } from './side.ts';
import type { LayoutId } from './types.ts';

/** Numbers of things that are not delivered by a layout we know. */
const NO_DELIVERY = new Set(['idUnidadeGestora', 'idConvenio']);

const layouts = CATALOGUE.flatMap((accounts) => accounts.layouts);
const nameOf = ({ spc, slp }: LayoutId) => `${spc}/${slp}`;

const schemaOf = (layout: LayoutId): JsonObject => {
  const file = new URL(`../../public${sampleAddress(layout)}`, import.meta.url);
  const schema = parseJson(readFileSync(file, 'utf8'));
  return isJsonObject(schema) ? schema : {};
};

interface Member {
  name: string;
  owner: Pointer;
  /** Before `$ref`. */
  pointer: Pointer;
  schema: JsonObject;
  required: boolean;
}

const resolved = (
  root: JsonObject,
  schema: Json | undefined,
): [Pointer | undefined, JsonObject] => {
  if (!isJsonObject(schema)) return [undefined, {}];
  if (typeof schema.$ref !== 'string') return [undefined, schema];
  const pointer = schema.$ref.slice(1);
  const [deeper, target] = resolved(root, valueAt(root, pointer));
  return [deeper ?? pointer, target];
};

/** Every member of every object, found without the code under test; each definition once. */
const membersOf = (root: JsonObject, owner: Pointer = '', seen = new Set<Pointer>()): Member[] => {
  if (seen.has(owner)) return [];
  seen.add(owner);
  const [, object] = resolved(root, valueAt(root, owner));
  if (object.type === 'array') {
    const items = pointerTo(owner, 'items');
    const [target] = resolved(root, valueAt(root, items));
    return membersOf(root, target ?? items, seen);
  }
  const required = Array.isArray(object.required) ? object.required : [];
  const properties = isJsonObject(object.properties) ? object.properties : {};
  return Object.entries(properties).flatMap(([name, written]) => {
    const pointer = pointerTo(owner, 'properties', name);
    const [target, schema] = resolved(root, written);
    const own = { name, owner, pointer, schema, required: required.includes(name) };
    return [own, ...membersOf(root, target ?? pointer, seen)];
  });
};

/** What a label is when nobody thought about it: `codTipoEnvio` as "cod tipo envio". */
const splitAtCapitals = (name: string): string =>
  name.replaceAll(/(?<=[a-z])(?=[A-Z0-9])/g, ' ').toLowerCase();

const twice = (values: string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

it('every layout has words of its own', () => {
  const missing = layouts.map(nameOf).filter((name) => !Object.hasOwn(SIDE_FILES, name));
  expect(missing).toEqual([]);
});

it('what is said in common is said of some layout', async () => {
  const { default: common } = await commonSide();
  const schemas = layouts.map(schemaOf);
  const pointers = [...Object.keys(common.fields), ...Object.keys(common.groups)];
  const idle = pointers.filter((pointer) =>
    schemas.every((schema) => valueAt(schema, pointer) === undefined),
  );
  expect(idle).toEqual([]);
});

describe.each(layouts)('the words of $spc/$slp', (layout) => {
  const schema = schemaOf(layout);
  const members = membersOf(schema);
  const owners = [...new Set(members.map(({ owner }) => owner))];
  const membersAt = (owner: Pointer) => members.filter((member) => member.owner === owner);

  it('speak of nothing that the layout does not have', async () => {
    const own = (await SIDE_FILES[nameOf(layout)]?.())?.default;
    const pointers = [...Object.keys(own?.fields ?? {}), ...Object.keys(own?.groups ?? {})];
    expect(pointers.filter((pointer) => valueAt(schema, pointer) === undefined)).toEqual([]);
  });

  it('put every member of every object into exactly one group', async () => {
    const { groups } = await loadSide(layout);
    for (const owner of owners) {
      const placed = (groups[owner] ?? []).flatMap(({ fields }) => fields);
      const names = membersAt(owner).map(({ name }) => name);
      expect(placed.toSorted(), owner).toEqual(names.toSorted());
    }
  });

  it('name every member, and one row of every table, otherwise than by its name on the wire', async () => {
    const { fields } = await loadSide(layout);
    const nameless = members.flatMap(({ pointer, schema: member }) =>
      [pointer, ...(member.type === 'array' ? [pointerTo(pointer, 'items')] : [])].filter(
        (place) => !fields[place]?.label,
      ),
    );
    expect(nameless).toEqual([]);
    const split = members.filter(({ name, pointer }) => {
      const label = fields[pointer]?.label?.toLowerCase();
      const ofWire = splitAtCapitals(name);
      return ofWire.includes(' ') && label === ofWire;
    });
    expect(split.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('give no two members of an object the same label', async () => {
    const { fields } = await loadSide(layout);
    for (const owner of owners) {
      const labels = membersAt(owner).map(({ pointer }) => fields[pointer]?.label ?? pointer);
      expect(twice(labels), owner).toEqual([]);
    }
  });

  it('hint only at what the schema leaves open, on a condition that can come about', async () => {
    const { fields } = await loadSide(layout);
    for (const { owner, pointer, required } of members) {
      const { hint, when } = fields[pointer] ?? {};
      expect(hint !== undefined && required, `${pointer} is required anyway`).toBe(false);
      if (!when) continue;
      expect(hint, `${pointer} has a condition for no hint`).toBeDefined();
      const root = when.field.startsWith('/');
      const place = pointerTo(root ? '' : owner, 'properties', when.field.replace('/', ''));
      const decider = valueAt(schema, place);
      expect(decider, `${pointer} depends on ${when.field}`).toBeDefined();
      const { type, enum: codes } = isJsonObject(decider) ? decider : {};
      const can = (value: string | number | boolean) =>
        Array.isArray(codes)
          ? codes.includes(value)
          : typeof value === (type === 'boolean' ? type : 'number');
      expect(
        when.in.filter((value) => !can(value)),
        pointer,
      ).toEqual([]);
    }
  });

  it('say of every number that the court gave to a delivery which layouts it is of', async () => {
    const { fields } = await loadSide(layout);
    const ids = members.filter(
      ({ name, schema: { type } }) =>
        /^id[A-Z]/.test(name) && type === 'integer' && !NO_DELIVERY.has(name),
    );
    expect(ids.filter(({ pointer }) => !fields[pointer]?.refersTo)).toEqual([]);
    const targets = ids.flatMap(({ pointer }) => fields[pointer]?.refersTo ?? []);
    expect(targets.filter((name) => !Object.hasOwn(SIDE_FILES, name))).toEqual([]);
    for (const name of new Set(targets)) {
      const summary = (await SIDE_FILES[name]?.())?.default.summary;
      expect(summary, `what is a delivery of ${name} known by?`).toBeDefined();
    }
    const others = members.filter((member) => !ids.includes(member));
    expect(others.filter(({ pointer }) => fields[pointer]?.refersTo)).toEqual([]);
  });

  it('know a delivery by members that the layout has', async () => {
    const { summary = [] } = await loadSide(layout);
    const inSchema = (pointer: Pointer): Pointer =>
      pointerTokens(pointer).reduce((owner, token) => {
        const [target] = resolved(schema, valueAt(schema, owner));
        const at = target ?? owner;
        const isRow = /^\d+$/.test(token);
        return isRow ? pointerTo(at, 'items') : pointerTo(at, 'properties', token);
      }, '');
    const unknown = summary.flat().filter((pointer) => !valueAt(schema, inSchema(pointer)));
    expect(unknown).toEqual([]);
  });

  it('give units to numbers only', async () => {
    const { fields } = await loadSide(layout);
    const wrong = members.filter(
      ({ pointer, schema: { type } }) =>
        fields[pointer]?.unit && type !== 'number' && type !== 'integer',
    );
    expect(wrong.map(({ pointer }) => pointer)).toEqual([]);
  });
});
