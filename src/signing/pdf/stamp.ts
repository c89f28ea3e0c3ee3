import { utf8 } from '../../base/bytes.ts';
import { dict, name, type PdfRef } from '../../pdf/objects.ts';
import type { Box } from '../../pdf/page-view.ts';
import { serialize } from '../../pdf/serialize.ts';
import type { IncrementalUpdate } from '../../pdf/update.ts';
import { addStampFont } from './add-stamp-font.ts';
import { type EncodedLine, encodeLine } from './stamp-text.ts';

/** What a person sees of a signature: lines of text in a thin frame. */
export interface Stamp {
  /** Index from 0; one beyond the last page means the last. */
  page: number;
  /** From the lower left corner of the page as it is shown; moved into the page where it sticks out. */
  box: Box;
  lines: readonly string[];
}

/** Points. */
const GREATEST_SIZE = 11;
const PADDING = 5;
const FRAME = 0.75;
/** Of the font size. */
const LINE_HEIGHT = 1.3;

/**
 * A colour space of its own: PDF/A allows the device's only where the file has an output intent
 * (ISO 19005-1 §6.2.3). The white point is D65.
 */
const GRAY = [name('CalGray'), dict({ WhitePoint: [0.9505, 1, 1.089] })];

/**
 * Adds the appearance of a stamp, upright on a page that is turned clockwise by `rotation` degrees.
 * Nothing is painted behind the text: a stamp must not hide what is signed.
 */
export const addStampAppearance = async (
  update: IncrementalUpdate,
  lines: readonly string[],
  [, , width, height]: Box,
  rotation: number,
): Promise<PdfRef> => {
  const { STAMP_FONT } = await import('./stamp-font.ts');
  const encoded = lines.map((line) => encodeLine(line, STAMP_FONT.widths));
  const drawing = `/Gray cs /Gray CS 0 sc 0 SC\n${drawFrame(width, height)}\n${drawText(encoded, width, height)}`;
  const resources = dict({
    ColorSpace: dict({ Gray: GRAY }),
    Font: dict({ Text: addStampFont(update, STAMP_FONT) }),
  });
  const entries = {
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, width, height],
    Matrix: turn(rotation),
    Resources: resources,
  };
  return update.addStream(entries, utf8(drawing));
};

/** A rotation counter-clockwise (ISO 32000-1 §8.3.3), which undoes the page's own. */
const turn = (rotation: number): number[] => {
  const cosine = [1, 0, -1, 0][rotation / 90] ?? 1;
  const sine = [0, 1, 0, -1][rotation / 90] ?? 0;
  return [cosine, sine, -sine, cosine, 0, 0];
};

const operands = (...values: number[]): string =>
  serialize(values.map((value) => Math.round(value * 1000) / 1000)).slice(1, -1);

const drawFrame = (width: number, height: number): string =>
  `${FRAME} w ${operands(FRAME / 2, FRAME / 2, width - FRAME, height - FRAME)} re S`;

/** All lines in the greatest size in which they fit, in the middle of the height. */
const drawText = (lines: EncodedLine[], width: number, height: number): string => {
  const size = Math.min(
    GREATEST_SIZE,
    (width - 2 * PADDING) / Math.max(...lines.map((line) => line.width)),
    (height - 2 * PADDING) / (lines.length * LINE_HEIGHT),
  );
  if (!(size > 0)) return '';
  const leading = size * LINE_HEIGHT;
  const firstBaseline = (height + lines.length * leading) / 2 - size;
  const shown = lines.map(({ bytes }) => `${serialize({ kind: 'string', bytes })} Tj T*`);
  return [
    `BT /Text ${operands(size)} Tf ${operands(leading)} TL ${operands(PADDING, firstBaseline)} Td`,
    ...shown,
    'ET',
  ].join('\n');
};
