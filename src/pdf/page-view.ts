import type { PdfDocument } from './document.ts';
import type { PdfDict, PdfObject } from './objects.ts';

/** A rectangle in points: left, bottom, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** A page as it is shown: cropped to its CropBox, turned by its `/Rotate`. */
export interface PageView {
  /** Points. */
  width: number;
  /** Points. */
  height: number;
  /** Clockwise: 0, 90, 180 or 270. */
  rotation: number;
  /** Points in one unit of user space (`/UserUnit`). */
  unit: number;
  /** What is shown, in user space: left, bottom, right, top. */
  visible: Corners;
}

type Corners = readonly [left: number, bottom: number, right: number, top: number];

/** Letter, as readers take it where a page tells no size. */
const USUAL: Corners = [0, 0, 612, 792];

/** Reads the geometry of a page from its attributes (ISO 32000-1 §7.7.3.3, §14.11.2). */
export const pageView = async (document: PdfDocument, { entries }: PdfDict): Promise<PageView> => {
  const media = (await readCorners(document, entries.get('MediaBox'))) ?? USUAL;
  const crop = (await readCorners(document, entries.get('CropBox'))) ?? media;
  const visible = intersection(media, crop) ?? media;
  const rotation = quarterTurns(await document.resolve(entries.get('Rotate'))) * 90;
  const userUnit = await document.resolve(entries.get('UserUnit'));
  const unit = typeof userUnit === 'number' && userUnit > 0 ? userUnit : 1;
  const [left, bottom, right, top] = visible;
  const [across, up] = [(right - left) * unit, (top - bottom) * unit];
  const lying = rotation % 180 !== 0;
  return {
    width: lying ? up : across,
    height: lying ? across : up,
    rotation,
    unit,
    visible,
  };
};

const readCorners = async (
  document: PdfDocument,
  entry: PdfObject | undefined,
): Promise<Corners | undefined> => {
  const items = await document.resolve(entry);
  if (!Array.isArray(items) || items.length !== 4) return undefined;
  const numbers: number[] = [];
  for (const item of items) {
    const value = await document.resolve(item);
    if (typeof value !== 'number') return undefined;
    numbers.push(value);
  }
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return withExtent([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]);
};

const withExtent = (corners: Corners): Corners | undefined => {
  const [left, bottom, right, top] = corners;
  return right > left && top > bottom ? corners : undefined;
};

const intersection = (a: Corners, b: Corners): Corners | undefined =>
  withExtent([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]);

const quarterTurns = (rotate: unknown): number =>
  typeof rotate === 'number' && Number.isInteger(rotate / 90) ? (((rotate / 90) % 4) + 4) % 4 : 0;

/** Moves a box into the page where it sticks out, and shrinks it where it is larger than the page. */
export const insideView = ({ width, height }: PageView, [x, y, w, h]: Box): Box => {
  const [across, up] = [Math.min(w, width), Math.min(h, height)];
  return [clamp(x, width - across), clamp(y, height - up), across, up];
};

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

/** The corners in user space of a box whose origin is the lower left corner of the page as shown. */
export const inUserSpace = (view: PageView, box: Box): Corners => {
  const [x = 0, y = 0, width = 0, height = 0] = box.map((value) => value / view.unit);
  const [left, bottom, right, top] = view.visible;
  switch (view.rotation) {
    case 90:
      return [right - y - height, bottom + x, right - y, bottom + x + width];
    case 180:
      return [right - x - width, top - y - height, right - x, top - y];
    case 270:
      return [left + y, top - x - width, left + y + height, top - x];
    default:
      return [left + x, bottom + y, left + x + width, bottom + y + height];
  }
};
