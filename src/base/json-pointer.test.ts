import { expect, it } from 'vitest';
import type { Json } from './json.ts';
import { pointerTo, pointerTokens, valueAt, withValueAt } from './json-pointer.ts';

it('escapes and reads tokens (RFC 6901 §4)', () => {
  expect(pointerTo('', 'a/b', 'm~n', 0)).toBe('/a~1b/m~0n/0');
  expect(pointerTokens('/a~1b/m~0n/0')).toEqual(['a/b', 'm~n', '0']);
});

it('finds values, and nothing in prototypes', () => {
  expect(valueAt({ lote: [{ item: 7 }] }, '/lote/0/item')).toBe(7);
  expect(valueAt({}, '/constructor')).toBeUndefined();
});

it('sets and removes without touching the original', () => {
  const root = { a: { b: 1 }, kept: { c: 2 } };
  const changed = withValueAt(root, '/a/b', 5) as typeof root;
  expect(changed).toEqual({ a: { b: 5 }, kept: { c: 2 } });
  expect(root.a.b).toBe(1);
  expect(changed.kept).toBe(root.kept);
  expect(withValueAt(root, '/a/b', undefined)).toEqual({ a: {}, kept: { c: 2 } });
  expect(withValueAt({ rows: [1, 2, 3] }, '/rows/1', undefined)).toEqual({ rows: [1, 3] });
  expect(withValueAt({}, '/x/y', true)).toEqual({ x: { y: true } });
});

it('takes a member named __proto__ for one as any other', () => {
  const root: Json = { a: 1 };
  const changed = withValueAt(root, '/__proto__/b', 2);
  expect(JSON.stringify(changed)).toBe('{"a":1,"__proto__":{"b":2}}');
  expect(valueAt(changed, '/__proto__')).toEqual({ b: 2 });
  expect(withValueAt(changed, '/__proto__', undefined)).toEqual(root);
  expect(withValueAt({}, '/constructor/name', 'x')).toEqual({ constructor: { name: 'x' } });
});
