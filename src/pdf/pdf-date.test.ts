import { expect, test } from 'vitest';
import { formatPdfDate, parsePdfDate } from './pdf-date.ts';

const instant = Date.UTC(2026, 10, 21, 15, 4, 5);

test('an instant is written in UTC and reads as the same instant', () => {
  expect(formatPdfDate(instant)).toBe("D:20261121150405+00'00'");
  expect(parsePdfDate(formatPdfDate(instant))).toBe(instant);
});

test.each([
  ["D:20261121120405-03'00'", instant],
  ['D:20261121120405-03', instant],
  ["D:20261121203405+05'30", instant],
  ['D:20261121150405Z', instant],
  ['D:20261121150405', instant],
  ['D:202611', Date.UTC(2026, 10, 1)],
  ['D:2026', Date.UTC(2026, 0, 1)],
  ['D:20261321', undefined],
  ['2026-11-21', undefined],
])('%s reads as %s', (text, read) => {
  expect(parsePdfDate(text)).toBe(read);
});
