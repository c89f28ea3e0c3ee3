/** Width and height of a page as it is shown, in points. */
export interface PageSize {
  width: number;
  height: number;
}

/** Left, bottom, width and height in points, from the lower left corner of the page as it is shown. */
export type StampBox = readonly [x: number, y: number, width: number, height: number];

/** Where a stamp stands; the page is an index from 0. */
export interface StampPlace {
  page: number;
  box: StampBox;
}

export type Corner = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';

export const CORNERS: readonly Corner[] = ['bottom-right', 'bottom-left', 'top-right', 'top-left'];

const POINTS_IN_MILLIMETRE = 72 / 25.4;
/** Points: 70 × 21 mm. */
const SIZE: PageSize = { width: 70 * POINTS_IN_MILLIMETRE, height: 21 * POINTS_IN_MILLIMETRE };
/** Points: 10 mm, but never more than a page can spare. */
const MARGIN = 10 * POINTS_IN_MILLIMETRE;
/** Of a page's width and height, where it is too small for the usual size. */
const GREATEST_SHARE = 0.9;

/** The place of a stamp in a corner of the page. */
export const boxInCorner = (corner: Corner, page: PageSize): StampBox => {
  const width = Math.min(SIZE.width, page.width * GREATEST_SHARE);
  const height = Math.min(SIZE.height, page.height * GREATEST_SHARE);
  const [right, top] = [page.width - width, page.height - height];
  const [marginX, marginY] = [Math.min(MARGIN, right / 4), Math.min(MARGIN, top / 4)];
  return [
    corner.endsWith('left') ? marginX : right - marginX,
    corner.startsWith('bottom') ? marginY : top - marginY,
    width,
    height,
  ];
};

/** The corner in which a box stands, if it does. */
export const cornerOf = (box: StampBox, page: PageSize): Corner | undefined =>
  CORNERS.find((corner) => boxInCorner(corner, page).every((side, i) => side === box[i]));

/** The box moved by points to the right and up, kept inside the page. */
export const moveBox = (
  [x, y, width, height]: StampBox,
  page: PageSize,
  right: number,
  up: number,
): StampBox => [
  clamp(x + right, page.width - width),
  clamp(y + up, page.height - height),
  width,
  height,
];

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/** The box in the same corner of another page, or as near to where it was as that page allows. */
export const boxOnPage = (box: StampBox, from: PageSize, to: PageSize): StampBox => {
  const corner = cornerOf(box, from);
  const [, , width, height] = boxInCorner('bottom-right', to);
  return corner ? boxInCorner(corner, to) : moveBox([box[0], box[1], width, height], to, 0, 0);
};

export const toMillimetres = (points: number): number => Math.round(points / POINTS_IN_MILLIMETRE);

export const toPoints = (millimetres: number): number => millimetres * POINTS_IN_MILLIMETRE;
