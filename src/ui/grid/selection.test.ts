import { expect, it } from 'vitest';
import { moved, rangeOf, type Step } from './selection.ts';

const size = { rows: 10, columns: 4, page: 3 };
const from = (row: number, column: number, step: Step) => {
  const place = moved({ row, column }, step, size);
  return [place.row, place.column];
};

it.each([
  ['up', 0, 2, [-1, 2]],
  ['up', -1, 2, [-1, 2]],
  ['down', 9, 2, [9, 2]],
  ['left', 3, 0, [3, 0]],
  ['page-down', 8, 1, [9, 1]],
  ['page-up', 1, 1, [0, 1]],
  ['first', 5, 3, [0, 1]],
  ['last', 0, 0, [9, 3]],
] as const)('%s from row %i, column %i stays within the table', (step, row, column, place) => {
  expect(from(row, column, step)).toEqual(place);
});

it('Tab goes on to the next row and stays at the ends', () => {
  expect(from(3, 3, 'next')).toEqual([4, 1]);
  expect(from(9, 3, 'next')).toEqual([9, 3]);
  expect(from(4, 1, 'previous')).toEqual([3, 3]);
  expect(from(0, 1, 'previous')).toEqual([0, 1]);
});

it('a selection that reaches the headers holds rows only', () => {
  const range = rangeOf({ active: { row: -1, column: 3 }, anchor: { row: 2, column: 1 } });
  expect(range).toEqual({ top: 0, bottom: 2, left: 1, right: 3 });
});
