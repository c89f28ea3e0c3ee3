import { describe, expect, test } from 'vitest';
import {
  boxInCorner,
  boxOnPage,
  CORNERS,
  cornerOf,
  moveBox,
  type PageSize,
  toMillimetres,
} from './stamp-place.ts';

const a4: PageSize = { width: 595, height: 842 };
const lying: PageSize = { width: 842, height: 595 };
const tiny: PageSize = { width: 100, height: 40 };

const isInside = ([x, y, width, height]: readonly number[], page: PageSize) => {
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect((x ?? 0) + (width ?? 0)).toBeLessThanOrEqual(page.width);
  expect((y ?? 0) + (height ?? 0)).toBeLessThanOrEqual(page.height);
};

describe('a stamp stands whole in its corner', () => {
  test.each([a4, lying, tiny])('of a page of %o', (page) => {
    for (const corner of CORNERS) {
      const box = boxInCorner(corner, page);
      isInside(box, page);
      expect(cornerOf(box, page)).toBe(corner);
    }
  });

  test('10 mm from the edges', () => {
    expect(boxInCorner('bottom-left', a4).map(toMillimetres)).toEqual([10, 10, 70, 21]);
  });
});

test('a stamp is moved, but not out of the page', () => {
  const box = boxInCorner('bottom-left', a4);
  expect(moveBox(box, a4, 10, 20)).toEqual([box[0] + 10, box[1] + 20, box[2], box[3]]);
  expect(cornerOf(moveBox(box, a4, 10, 20), a4)).toBeUndefined();
  isInside(moveBox(box, a4, 9999, 9999), a4);
  isInside(moveBox(box, a4, -9999, -9999), a4);
});

test('on another page it keeps its corner, or the nearest place that there is', () => {
  expect(boxOnPage(boxInCorner('top-left', a4), a4, lying)).toEqual(boxInCorner('top-left', lying));
  const moved = moveBox(boxInCorner('top-left', a4), a4, 5, 0);
  isInside(boxOnPage(moved, a4, lying), lying);
  isInside(boxOnPage(moved, a4, tiny), tiny);
});
