import { expect, it } from 'vitest';
import { type Bytes, fromHex, toHex, utf8 } from '../../base/bytes.ts';
import { attempt, childrenOf, contentOf, readDer } from './reader.ts';
import { octetsOf, oidOf, smallIntegerOf, textOf, timeOf } from './values.ts';
import {
  der,
  derHeader,
  integer,
  octetString,
  oid,
  setOf,
  time,
  unsignedInteger,
} from './writer.ts';

const read = (hex: string) => readDer(fromHex(hex));
const brokenBy = (bytes: Bytes) => {
  const outcome = attempt(() => childrenOf(readDer(bytes)));
  return 'broken' in outcome ? outcome.broken : 'read';
};

it.each([
  [0, '0400'],
  [127, '047f'],
  [128, '048180'],
  [255, '0481ff'],
  [256, '04820100'],
  [10_485_760, '0483a00000'],
  [5_000_000_000, '0485012a05f200'],
])('writes the length %i in the fewest octets (X.690 §10.1)', (length, header) => {
  expect(toHex(derHeader(4, length))).toBe(header);
});

it('reads definite and indefinite lengths, nested', () => {
  const indefinite = read('308024800402010204010300000201050000');
  const [octets, number] = childrenOf(indefinite);
  expect(octets && toHex(octetsOf(octets))).toBe('010203');
  expect(number && smallIntegerOf(number)).toBe(5);
  expect(indefinite.end).toBe(18);
});

it('tells cut bytes from malformed ones', () => {
  expect(brokenBy(fromHex('3005020101'))).toBe('truncated');
  expect(brokenBy(fromHex('3080020101'))).toBe('truncated');
  expect(brokenBy(fromHex('30'))).toBe('truncated');
  expect(brokenBy(new Uint8Array(0))).toBe('truncated');
  // A primitive value of indefinite length, a tag number above 30, a length of nine octets, too deep a nesting.
  expect(brokenBy(fromHex('0480'))).toBe('malformed');
  expect(brokenBy(fromHex('1f8100'))).toBe('malformed');
  expect(brokenBy(fromHex('3089000000000000000001'))).toBe('malformed');
  expect(brokenBy(fromHex('3080'.repeat(50)))).toBe('malformed');
});

it('does not follow strings of strings of strings without end', () => {
  let nested = octetString(utf8('x'));
  for (let i = 0; i < 5000; i++) nested = der(0x24, nested);
  expect(attempt(() => octetsOf(readDer(nested)))).toEqual({ broken: 'malformed' });
});

it.each(['1.2.840.113549.1.7.2', '2.16.76.1.3.1', '2.5.4.3', '1.3.132.0.34', '0.4.0.1862.1.1'])(
  'writes and reads the object identifier %s',
  (dotted) => {
    expect(oidOf(readDer(oid(dotted)))).toBe(dotted);
  },
);

it('writes integers without superfluous octets and never negative', () => {
  expect([0, 127, 128, 600_000].map((value) => toHex(integer(value)))).toEqual([
    '020100',
    '02017f',
    '02020080',
    '02030927c0',
  ]);
  expect(toHex(unsignedInteger(fromHex('0000ff')))).toBe('020200ff');
  expect(toHex(unsignedInteger(fromHex('0000')))).toBe('020100');
});

it('sorts the members of a SET OF by their octets (X.690 §11.6)', () => {
  const members = [fromHex('0402ffff'), fromHex('020105'), fromHex('0401ff'), fromHex('020101')];
  expect(toHex(contentOf(readDer(setOf(...members))))).toBe('0201010201050401ff0402ffff');
});

it('writes UTCTime until 2049 and GeneralizedTime after (RFC 5652 §11.3), and reads both', () => {
  const [before, after] = [Date.UTC(2049, 11, 31, 23, 59, 59), Date.UTC(2050, 0, 1)];
  expect(textOf(readDer(time(before)))).toBe('491231235959Z');
  expect(textOf(readDer(time(after)))).toBe('20500101000000Z');
  expect([before, after].map((at) => timeOf(readDer(time(at))))).toEqual([before, after]);
  expect(timeOf(readDer(der(0x17, utf8('500101000000Z'))))).toBe(Date.UTC(1950, 0, 1));
});

it('reads the string types certificates use', () => {
  expect(textOf(read('0c03c3a361'))).toBe('ãa');
  expect(textOf(read('1e0400e30061'))).toBe('ãa');
  expect(textOf(read('1402e361'))).toBe('ãa');
});
