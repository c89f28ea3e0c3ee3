import { expect, it } from 'vitest';
import { canonicalJson, sameJson } from './canonical-json.ts';

it('sorts members by UTF-16 code units and leaves arrays in order (RFC 8785 §3.2.3)', () => {
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, ö: 7 })).toBe(
    '{"\\r":2,"1":4,"ö":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
  );
  expect(canonicalJson({ b: [2, { z: 1, a: null }], a: 1 })).toBe(
    '{"a":1,"b":[2,{"a":null,"z":1}]}',
  );
});

it('writes numbers and strings as ECMAScript does (RFC 8785 §3.2.2)', () => {
  expect(canonicalJson([JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  );
  expect(canonicalJson('\u20ac$\u000F\nA\'B"\\')).toBe('"€$\\u000f\\nA\'B\\"\\\\"');
});

it('refuses what is not JSON', () => {
  expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
});

it('calls equal what differs only in the order of members', () => {
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
});
