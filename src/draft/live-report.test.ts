import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo, valueAt } from '../base/json-pointer.ts';
import { compileReport } from '../validation/report.ts';
import { applyEdit } from './edit.ts';
import { changedReport, openLiveReport } from './live-report.ts';
import { payloadOf } from './payload.ts';
import type { Edit } from './types.ts';

const layout = (name: string): JsonObject => {
  const path = new URL(`../../public/layouts/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
};

/** What no layout of ours has, but the court's schema may: parts that are judged as a whole. */
const COMBINED: JsonObject = {
  type: 'object',
  properties: {
    rows: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['a'],
        anyOf: [
          { properties: { a: { type: 'integer' } } },
          { properties: { b: { $ref: '#/definitions/b' } }, required: ['b'] },
        ],
        not: { required: ['c'] },
      },
    },
  },
  definitions: { b: { type: 'array', minItems: 1, items: { type: 'string', format: 'date' } } },
};

const SCHEMAS = [layout('LIC__LICITACAOFASE1'), layout('FOLHAPAGAMENTO__PES_FOLHAPAG'), COMBINED];

const scalar = fc.constantFrom<Json>(1, -1, 2.5, '', 'x', '2024-02-29', '2023-02-29', true, null);

const resolved = (root: JsonObject, schema: Json | undefined): JsonObject => {
  if (!isJsonObject(schema)) return {};
  return typeof schema.$ref === 'string'
    ? resolved(root, valueAt(root, schema.$ref.slice(1)))
    : schema;
};

/** Members and rows as the schema names them, with values that fit now and then. */
const documentOf = (root: JsonObject, schema: Json | undefined): fc.Arbitrary<Json> => {
  const { properties, items } = resolved(root, schema);
  if (isJsonObject(properties)) {
    const members = Object.entries(properties).map(([name, member]) => [
      name,
      fc.option(documentOf(root, member), { nil: undefined }),
    ]);
    return fc
      .record<Record<string, Json | undefined>>(Object.fromEntries(members))
      .map((made) => JSON.parse(JSON.stringify(made)));
  }
  return items === undefined ? scalar : fc.array(documentOf(root, items), { maxLength: 3 });
};

/** Every place in a document, the root left out. */
const placesIn = (value: Json, at: Pointer = ''): Pointer[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, member]) => {
        const place = pointerTo(at, name);
        return [place, ...placesIn(member, place)];
      });

interface Gesture {
  op: Edit['op'];
  /** Which place, and which other one: shares of all there are. */
  place: number;
  other: number;
  value: Json;
}

const gesture: fc.Arbitrary<Gesture> = fc.record({
  op: fc.constantFrom<Edit['op']>('set', 'insert', 'remove', 'move', 'several'),
  place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  other: fc.double({ min: 0, max: 0.999, noNaN: true }),
  value: scalar,
});

const editBy = ({ op, place, other, value }: Gesture, document: JsonObject): Edit => {
  const places = ['/novo', ...placesIn(document)];
  const at = (share: number) => places[Math.floor(share * places.length)] ?? '/novo';
  const pointer = at(place);
  const copied = valueAt(document, at(other)) ?? value;
  switch (op) {
    case 'set':
      return { op, pointer, value };
    case 'insert':
      return { op, pointer, value: copied };
    case 'remove':
      return { op, pointer };
    case 'move':
      return { op, from: pointer, pointer: pointerTo('', `~${pointer.length}`) };
    case 'several':
      return {
        op,
        edits: [
          { op: 'remove', pointer },
          { op: 'set', pointer: at(other), value },
        ],
      };
  }
};

it('tells after every edit what a report on the whole tells, entry by entry in the same order', () => {
  const cases = fc.constantFrom(...SCHEMAS).chain((schema) =>
    fc.record({
      schema: fc.constant(schema),
      opened: documentOf(schema, schema),
      batches: fc.array(fc.array(gesture, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ schema, opened, batches }) => {
      const whole = compileReport(schema);
      let document = isJsonObject(opened) ? opened : {};
      const live = openLiveReport(schema, document);
      let entries = live.entries;
      expect(entries).toEqual(whole(payloadOf(document)));
      for (const batch of batches) {
        const edits: Edit[] = [];
        for (const each of batch) {
          const edit = editBy(each, document);
          edits.push(edit);
          document = applyEdit(document, edit);
        }
        entries = changedReport(entries, live.edit(edits));
        expect(entries).toEqual(whole(payloadOf(document)));
      }
    }),
    { numRuns: 60 },
  );
});

const ROWS: JsonObject = {
  type: 'object',
  required: ['periodo'],
  properties: {
    rows: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } },
  },
};

it('an edit tells of what it changed alone, and nothing where nothing did', () => {
  const live = openLiveReport(ROWS, { rows: [{ n: 'a' }, { n: 1 }, { n: 'c' }] });
  expect(live.entries).toHaveLength(3);
  const wrong = live.edit([{ op: 'set', pointer: '/rows/1/n', value: 'b' }]);
  expect(wrong).toMatchObject({
    at: 2,
    removed: 0,
    added: [{ instance: { pointer: '/rows/1/n' } }],
  });
  const right = live.edit([{ op: 'set', pointer: '/rows/1/n', value: 2 }]);
  expect(right).toEqual({ at: 2, removed: 1, added: [] });
  expect(live.edit([{ op: 'set', pointer: '/rows/1/n', value: 3 }]).added).toEqual([]);
});

it('what nothing was changed in stays the very list', () => {
  const entries = compileReport(ROWS)({});
  expect(changedReport(entries, { at: 1, removed: 0, added: [] })).toBe(entries);
});
