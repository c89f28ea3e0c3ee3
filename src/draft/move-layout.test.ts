import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../base/json.ts';
import { fieldsOf } from '../layout/fields.ts';
import type { LayoutField, ObjectField } from '../layout/types.ts';
import { membersOf } from '../layout/walk.ts';
import { applyEdit, inverseOf } from './edit.ts';
import { editBetween, moveDocument } from './move-layout.ts';
import { switchOff } from './sections.ts';

const object = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const rows = (items: JsonObject): JsonObject => ({ type: 'array', items });
const text = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };

const parsed = (source: string): JsonObject => {
  const value = parseJson(source);
  return isJsonObject(value) ? value : {};
};

const formOf = (schema: JsonObject) => fieldsOf(schema, { spc: 'X', slp: 'Y' });
const move = (document: JsonObject, before: JsonObject, after: JsonObject) =>
  moveDocument(document, formOf(before), formOf(after));

describe('moving a document to another version of its layout', () => {
  it('lists what the new version has no place for, with its label and every row', () => {
    const before = object({ numeroLei: text, lotes: rows(object({ a: text, valor: number })) });
    const after = object({ lotes: rows(object({ a: text })) });
    const document: JsonObject = {
      numeroLei: '12',
      lotes: [{ a: 'x', valor: 1 }, { a: 'y' }, { valor: 3 }],
    };
    expect(move(document, before, after)).toEqual({
      document: { lotes: [{ a: 'x' }, { a: 'y' }, {}] },
      notKept: [
        {
          ...{ label: ['Número de lei'], why: 'no-place' },
          values: [{ pointer: '/numeroLei', value: '12' }],
        },
        {
          ...{ label: ['Lotes', 'Valor'], why: 'no-place' },
          values: [
            { pointer: '/lotes/0/valor', value: 1 },
            { pointer: '/lotes/2/valor', value: 3 },
          ],
        },
      ],
    });
  });

  it('turns a number into text and text into a number where that is exact', () => {
    const before = object({ a: integer, b: text, c: text, d: text, e: number });
    const after = object({ a: text, b: number, c: number, d: integer, e: integer });
    const { document, notKept } = move(
      { a: 12, b: '1.5', c: '1,50', d: '2.5', e: 3.5 },
      before,
      after,
    );
    expect(document).toEqual({ a: '12', b: 1.5 });
    expect(notKept.map(({ why, values }) => [why, values])).toEqual([
      ['other-type', [{ pointer: '/c', value: '1,50' }]],
      ['other-type', [{ pointer: '/d', value: '2.5' }]],
      ['other-type', [{ pointer: '/e', value: 3.5 }]],
    ]);
  });

  it('keeps a code that is no option any more, for the report to tell', () => {
    const before = object({ tipo: { type: 'integer', enum: [1, 2] } });
    const after = object({ tipo: { type: 'integer', enum: [1] } });
    expect(move({ tipo: 2 }, before, after)).toEqual({ document: { tipo: 2 }, notKept: [] });
    const asText = object({ tipo: { type: 'string', enum: ['1', '2'] } });
    expect(move({ tipo: 2 }, before, asText).document).toEqual({ tipo: '2' });
  });

  it('carries a value to the one new place of its name, in its own row', () => {
    const before = object({ lotes: rows(object({ valor: text, b: text })), c: text });
    const after = object({
      lotes: rows(object({ preco: object({ valor: number }), b: text })),
      parte: object({ c: text }, ['c']),
    });
    const document: JsonObject = { lotes: [{ valor: '10', b: 'x' }, { valor: 'dez' }], c: 'sim' };
    expect(move(document, before, after)).toEqual({
      document: { lotes: [{ preco: { valor: 10 }, b: 'x' }, {}], parte: { c: 'sim' } },
      notKept: [
        {
          ...{ label: ['Lotes', 'Valor'], why: 'other-type' },
          values: [{ pointer: '/lotes/1/valor', value: 'dez' }],
        },
      ],
    });
  });

  it('carries the fields of a part that is gone, each to its place', () => {
    const before = object({ parte: object({ a: text, b: text }) });
    const after = object({ a: text });
    const { document, notKept } = move({ parte: { a: '1', b: '2' } }, before, after);
    expect(document).toEqual({ a: '1' });
    expect(notKept.map(({ label }) => label)).toEqual([['Parte', 'B']]);
  });

  it('keeps what is switched off switched off, and lists it where its part is gone', () => {
    const before = object({ parte: object({ a: text }) });
    const off = applyEdit({ parte: { a: 'x' } }, switchOff('/parte'));
    expect(move(off, before, before)).toEqual({ document: off, notKept: [] });
    const { document, notKept } = move(off, before, object({ outra: object({ a: text }) }));
    expect(document).toEqual({});
    expect(notKept.flatMap(({ values }) => values)).toEqual([
      { pointer: '/~0parte/a', value: 'x' },
    ]);
  });

  it('leaves alone what neither version knows', () => {
    const document: JsonObject = { desconhecido: { a: 1 }, a: 'x' };
    const before = object({ a: text, b: text });
    expect(move(document, before, object({ a: text }))).toEqual({ document, notKept: [] });
  });

  it('leaves alone a member named __proto__, too', () => {
    const document = parsed('{"a":"x","__proto__":{"b":1},"parte":{"__proto__":2}}');
    const before = object({ a: text, parte: object({ b: text }) });
    const { document: moved, notKept } = move(document, before, before);
    expect(JSON.stringify(moved)).toBe(JSON.stringify(document));
    expect(notKept).toEqual([]);
    const edited = applyEdit({ a: 'x' }, editBetween({ a: 'x' }, document));
    expect(JSON.stringify(edited)).toBe(JSON.stringify(document));
    expect(applyEdit(document, editBetween(document, { a: 'x' }))).toEqual({ a: 'x' });
  });

  it('shows the parts that only the new version cannot do without', () => {
    const after = object({ a: text, parte: object({ b: text }) }, ['parte']);
    expect(move({ a: 'x' }, object({ a: text }), after).document).toEqual({ a: 'x', parte: {} });
  });

  it('does not keep a file where no file belongs', () => {
    const before = object({ doc: { type: 'string', format: 'arquivo-ged' } });
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const { document, notKept } = move({ doc: id }, before, object({ doc: text }));
    expect(document).toEqual({});
    expect(notKept.map(({ why }) => why)).toEqual(['other-type']);
  });

  it('is one edit that can be taken back', () => {
    const before = { a: 1, b: { c: 2 }, d: [1] };
    const after = { b: { c: 3 }, d: [1], e: 'x' };
    const edit = editBetween(before, after);
    expect(applyEdit(before, edit)).toEqual(after);
    expect(applyEdit(after, inverseOf(before, edit))).toEqual(before);
    expect(editBetween(after, { ...after })).toEqual({ op: 'several', edits: [] });
  });
});

const FOLDER = 'public/layouts/';
const LAYOUTS = readdirSync(FOLDER).filter((name) => name.endsWith('.schema.json'));

const values = (field: LayoutField): fc.Arbitrary<Json> => {
  switch (field.kind) {
    case 'object':
      return fc
        .record(Object.fromEntries(membersOf(field).map((each) => [each.name, values(each)])), {
          requiredKeys: membersOf(field).flatMap((each) => (each.required ? each.name : [])),
        })
        .map((record): JsonObject => ({ ...record }));
    case 'array':
      return fc.array(values(field.items), { minLength: field.minItems, maxLength: 3 });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'integer':
      return fc.integer();
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    default:
      return fc.string();
  }
};

/** A version with one optional field more in every object, and nothing required. */
const widened = (schema: Json): Json => {
  if (Array.isArray(schema)) return schema.map(widened);
  if (!isJsonObject(schema)) return schema;
  const { required, ...others } = schema;
  const copy = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, widened(value)]),
  );
  if (!isJsonObject(copy.properties)) return copy;
  return { ...copy, properties: { ...copy.properties, campoNovo: { type: 'string' } } };
};

const moves = (document: JsonObject, from: ObjectField, to: ObjectField) =>
  expect(moveDocument(document, from, to)).toEqual({ document, notKept: [] });

describe.each(LAYOUTS)('a document of %s', (name) => {
  const schema: JsonObject = JSON.parse(readFileSync(FOLDER + name, 'utf8'));
  const [spc = '', slp = ''] = name.replace('.schema.json', '').split('__');
  const layout = { spc, slp };
  const wide = widened(schema);

  it('moves unchanged between versions under both of which it is valid', () => {
    const form = fieldsOf(schema, layout);
    const wider = fieldsOf(isJsonObject(wide) ? wide : {}, layout);
    fc.assert(
      fc.property(values(form), (document) => {
        if (!isJsonObject(document)) return;
        moves(document, form, wider);
        moves(document, wider, form);
      }),
      { numRuns: 10 },
    );
  });
});
