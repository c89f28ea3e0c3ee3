import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonFault } from './json-reading.ts';
import { readJson } from './read-json.ts';

const read = (text: string) => {
  const reading = readJson(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
};

it('reads every JSON document as JSON.parse does, and finds nothing odd in it', () => {
  const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 });
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 1, '\t', ' \r\n'), (document, space) => {
      const text = JSON.stringify(document, null, space);
      const { value: found, findings } = read(text);
      const odd = findings.filter(({ oddity }) => oddity !== 'prototype-member');
      expect(odd).toEqual([]);
      expect(JSON.stringify(found)).toBe(JSON.stringify(JSON.parse(text)));
    }),
    { numRuns: 100 },
  );
});

it('refuses every text that JSON.parse refuses, and takes every text that it takes', () => {
  const piece = fc.constantFrom(
    ...'{}[],:"\'\\+-.0123456789eEu \n\r\ttrueNaN'.split(''),
    ...['true', 'null', '"a"', '{"a":', '\\u0041', '1e5', '\u00a0', '\u0001', '\ud800'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(readJson(text).ok).toBe(isJson);
    }),
    { numRuns: 2_000 },
  );
});

describe('what JSON.parse passes over', () => {
  it('tells a member that stands twice, and keeps the last as others do', () => {
    const { value, findings } = read('{"a":[{"b":1,"b":2}],"c":3}');
    expect(value).toEqual({ a: [{ b: 2 }], c: 3 });
    expect(findings).toEqual([{ oddity: 'duplicate-member', pointer: '/a/0/b' }]);
  });

  it('tells two members that differ only in how they are written', () => {
    expect(read('{"a":1,"\\u0061":2}').findings).toMatchObject([{ pointer: '/a' }]);
  });

  it('keeps a member named __proto__ as data, and touches no prototype', () => {
    const { value, findings } = read('{"__proto__":{"admin":true},"constructor":1}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor']);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"admin":true},"constructor":1}');
    expect('admin' in {}).toBe(false);
    expect(findings).toEqual([{ oddity: 'prototype-member', pointer: '/__proto__' }]);
  });

  it.each(['9007199254740993', '123456789012345678', '0.12345678901234567890', '1e400', '1e-400'])(
    'keeps %s as text, since a number would not stay what it is',
    (text) => {
      const { value, findings } = read(`{"valor":${text}}`);
      expect(value).toEqual({ valor: text });
      expect(findings).toEqual([{ oddity: 'number-not-kept', pointer: '/valor', text }]);
    },
  );

  it.each(['9007199254740992', '0.1', '1234567.890', '-0.0', '1.50e2', '100000000000000000000000'])(
    'takes %s for a number',
    (text) => {
      expect(read(text)).toEqual({ value: Number(text), findings: [] });
    },
  );

  it('tells half a character', () => {
    expect(read('["\\ud83d"]').findings).toEqual([{ oddity: 'broken-character', pointer: '/0' }]);
    expect(read('["\\ud83d\\ude00"]').findings).toEqual([]);
  });
});

describe('what is no JSON', () => {
  it.each<[string, JsonFault, number, number]>([
    ['', 'nothing-there', 1, 1],
    [' \n ', 'nothing-there', 2, 2],
    ['{"a":1', 'cut-off', 1, 7],
    ['{"a":"b', 'cut-off', 1, 8],
    ['[tr', 'no-quotes', 1, 2],
    ['{"a":1}\r\n}', 'something-behind', 2, 1],
    ['{"a" 1}', 'unexpected-character', 1, 6],
    ['[1,\n2,]', 'comma-too-many', 2, 3],
    ["{'a':1}", 'single-quotes', 1, 2],
    ['{a:1}', 'no-quotes', 1, 2],
    ['{"a":True}', 'no-quotes', 1, 6],
    ['{"a":NaN}', 'not-a-number', 1, 6],
    ['{"a":-Infinity}', 'not-a-number', 1, 6],
    ['{"a":1.234,56}', 'unexpected-character', 1, 12],
    ['{"a":007}', 'not-a-number', 1, 6],
    ['{"a":.5}', 'not-a-number', 1, 6],
    ['{"a":"b\nc"}', 'control-character', 1, 8],
    ['{"a":"C:\\x"}', 'unknown-escape', 1, 10],
    [`${'['.repeat(300)}1${']'.repeat(300)}`, 'too-deep', 1, 201],
  ])('%j is refused: %s, line %i, column %i', (text, fault, line, column) => {
    expect(readJson(text)).toEqual({ ok: false, error: { fault, line, column } });
  });
});

it('says how far it is in a long text', () => {
  const text = JSON.stringify(Array.from({ length: 100_000 }, (_, index) => `linha ${index}`));
  const told: number[] = [];
  readJson(text, (at) => told.push(at));
  expect(told.length).toBe(Math.floor(text.length / (1 << 20)));
});
