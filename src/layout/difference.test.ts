import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json.ts';
import { differenceOf } from './difference.ts';

const object = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const rows = (items: JsonObject): JsonObject => ({ type: 'array', items });
const text = { type: 'string' };

describe('what changed between two versions of a layout', () => {
  it('is nothing where only words or the order changed', () => {
    const before = object({ a: text, b: { ...text, title: 'B' } });
    const after = object({ b: { ...text, description: 'o segundo' }, a: text });
    expect(differenceOf(before, { ...after, title: 'outro', id: 'x' })).toEqual([]);
  });

  it('names a field that came, with whether it is required, and one that went', () => {
    const before = object({ a: text, old: text });
    const after = object({ a: text, new: text, must: text }, ['must']);
    expect(differenceOf(before, after)).toEqual([
      { path: '/new', kind: 'added', required: false },
      { path: '/must', kind: 'added', required: true },
      { path: '/old', kind: 'removed' },
    ]);
  });

  it('names a part that came or went once, not each of its fields', () => {
    const part = rows(object({ x: text, y: text }));
    expect(differenceOf(object({}), object({ part }))).toEqual([
      { path: '/part', kind: 'added', required: false },
    ]);
    expect(differenceOf(object({ part }), object({}))).toEqual([
      { path: '/part', kind: 'removed' },
    ]);
  });

  it('tells what is required now and what no longer, in rows too', () => {
    const before = object({ lotes: rows(object({ a: text, b: text }, ['a'])) });
    const after = object({ lotes: rows(object({ a: text, b: text }, ['b'])) });
    expect(differenceOf(before, after)).toEqual([
      { path: '/lotes/*/a', kind: 'no-longer-required' },
      { path: '/lotes/*/b', kind: 'required-now' },
    ]);
  });

  it('tells changes of type, limits, options and format', () => {
    const before = object({
      type: text,
      limits: { type: 'string', maxLength: 10, pattern: '^a' },
      codes: { type: 'integer', enum: [1, 2] },
      fixed: { type: 'integer' },
      freed: { type: 'integer', enum: [1] },
      format: { type: 'string', format: 'date' },
    });
    const after = object({
      type: { type: 'integer' },
      limits: { type: 'string', maxLength: 20, minLength: 1 },
      codes: { type: 'integer', enum: [3, 2] },
      fixed: { type: 'integer', enum: [7] },
      freed: { type: 'integer' },
      format: { type: 'string' },
    });
    expect(differenceOf(before, after)).toEqual([
      { path: '/type', kind: 'type', before: ['string'], after: ['integer'] },
      { path: '/limits', kind: 'limit', limit: 'minLength', after: 1 },
      { path: '/limits', kind: 'limit', limit: 'maxLength', before: 10, after: 20 },
      { path: '/limits', kind: 'limit', limit: 'pattern', before: '^a' },
      { path: '/codes', kind: 'options-added', options: [3] },
      { path: '/codes', kind: 'options-removed', options: [1] },
      { path: '/fixed', kind: 'options-fixed', options: [7] },
      { path: '/freed', kind: 'options-freed' },
      { path: '/format', kind: 'format', before: 'date' },
    ]);
  });

  it('looks behind references, and ends where a schema stands inside itself', () => {
    const referring = (definition: JsonObject) => ({
      ...object({ parts: rows({ $ref: '#/definitions/part' }) }),
      definitions: { part: definition },
    });
    const inside = { $ref: '#/definitions/part' };
    const before = referring(object({ x: text, inside }));
    const after = referring(object({ x: { type: 'number' }, inside }));
    expect(differenceOf(before, after)).toEqual([
      { path: '/parts/*/x', kind: 'type', before: ['string'], after: ['number'] },
    ]);
  });

  it('tells that a field moved where one of its name went and one came', () => {
    const before = object({ valor: text, part: object({ a: text }) });
    const after = object({ part: object({ a: text, valor: { type: 'number' } }) });
    expect(differenceOf(before, after)).toEqual([
      { path: '/part/valor', kind: 'moved', from: '/valor' },
      { path: '/part/valor', kind: 'type', before: ['string'], after: ['number'] },
    ]);
  });

  it('tells the move of a part once, and what changed within it', () => {
    const before = object({ part: object({ a: text, b: text }) });
    const after = object({ around: object({ part: object({ a: text, c: text }) }) });
    expect(differenceOf(before, after)).toEqual([
      { path: '/around', kind: 'added', required: false },
      { path: '/around/part', kind: 'moved', from: '/part' },
      { path: '/around/part/c', kind: 'added', required: false },
      { path: '/part/b', kind: 'removed' },
    ]);
  });

  it('takes nothing for a move that could be another, or leads into other rows', () => {
    const twice = object({ a: object({ valor: text }), b: object({ valor: text }) });
    expect(differenceOf(object({ valor: text, a: object({}), b: object({}) }), twice)).toEqual([
      { path: '/a/valor', kind: 'added', required: false },
      { path: '/b/valor', kind: 'added', required: false },
      { path: '/valor', kind: 'removed' },
    ]);
    const inRows = object({ lotes: rows(object({ valor: text })) });
    expect(differenceOf(object({ valor: text, lotes: rows(object({})) }), inRows)).toEqual([
      { path: '/lotes/*/valor', kind: 'added', required: false },
      { path: '/valor', kind: 'removed' },
    ]);
  });

  it('names rules of which no more can be said', () => {
    expect(differenceOf(object({}), { ...object({}), additionalProperties: false })).toEqual([
      { path: '', kind: 'other-rule', keyword: 'additionalProperties' },
    ]);
  });
});
