import { describe, expect, test } from 'vitest';
import { makeCms, onePage, pdfFile, tablePdf, verifyIcpPdf } from '../../../test/support/pdfs.ts';
import { claimOf } from '../../attachment/pdfa/claim.ts';
import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import { openPdf, type PdfDocument } from '../../pdf/document.ts';
import { isStream, isString, type PdfDict, type PdfStream, textOf } from '../../pdf/objects.ts';
import { pageAt } from '../../pdf/pages.ts';
import { serialize } from '../../pdf/serialize.ts';
import { decodeStream } from '../../pdf/stream-data.ts';
import { signPdf } from './sign.ts';
import type { Stamp } from './stamp.ts';
import { encodeLine } from './stamp-text.ts';

const lines = ['Assinado digitalmente por', 'CONCEIÇÃO ÉVORA'];
const inTheMiddle: Stamp = { page: 0, box: [50, 30, 80, 24], lines };

const signWith = async (pdf: Bytes, stamp: Stamp): Promise<Bytes> => {
  const signed = await signPdf(pdf, { signingTime: Date.UTC(2030, 4), name: 'C', stamp }, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

interface Seen {
  document: PdfDocument;
  widget: PdfDict;
  appearance: PdfStream;
}

/** The last annotation of a page, and how it looks. */
const stampOn = async (pdf: Bytes, page: number): Promise<Seen> => {
  const document = await openPdf(pdf);
  const { dict } = await pageAt(document, page);
  const widget = await document.dict((await document.array(dict.entries.get('Annots'))).at(-1));
  const states = await document.dict(widget.entries.get('AP'));
  const appearance = await document.resolve(states.entries.get('N'));
  if (!isStream(appearance)) throw new Error('no appearance');
  return { document, widget, appearance };
};

test('a stamp shows its lines in a frame, where it was put', async () => {
  const { widget, appearance } = await stampOn(await signWith(tablePdf(onePage()), inTheMiddle), 0);
  expect(widget.entries.get('Rect')).toEqual([50, 30, 130, 54]);
  expect(appearance.dict.entries.get('BBox')).toEqual([0, 0, 80, 24]);
  const drawing = fromUtf8(appearance.data);
  expect(drawing).toContain('(Assinado digitalmente por) Tj');
  // CONCEIÇÃO ÉVORA in WinAnsiEncoding.
  expect(drawing).toContain('<434f4e434549c7c34f20c9564f5241> Tj');
});

test('a screen reader is told the same', async () => {
  const { widget } = await stampOn(await signWith(tablePdf(onePage()), inTheMiddle), 0);
  const said = widget.entries.get('TU');
  expect(isString(said) && textOf(said)).toBe('Assinado digitalmente por, CONCEIÇÃO ÉVORA');
});

test('nothing in it needs a font or a colour of the reader', async () => {
  const { document, appearance } = await stampOn(
    await signWith(tablePdf(onePage()), inTheMiddle),
    0,
  );
  const resources = await document.dict(appearance.dict.entries.get('Resources'));
  expect(serialize(await document.dict(resources.entries.get('ColorSpace')))).toContain('/CalGray');
  expect(fromUtf8(appearance.data)).not.toMatch(/\b(g|G|rg|RG|k|K)\b(?! Tj)/m);
  const fonts = await document.dict(resources.entries.get('Font'));
  const font = await document.dict(fonts.entries.get('Text'));
  const descriptor = await document.dict(font.entries.get('FontDescriptor'));
  const file = await document.resolve(descriptor.entries.get('FontFile2'));
  if (!isStream(file)) throw new Error('no font file');
  const data = await decodeStream(file, { left: 100_000 });
  expect(data.length).toBe(file.dict.entries.get('Length1'));
  expect(serialize([...data.subarray(0, 4)])).toBe('[0 1 0 0]');
  expect(await document.array(font.entries.get('Widths'))).toHaveLength(224);
});

test.each(['pdfa-1b.pdf', 'pdfa-2b.pdf', 'pdfa-3b.pdf'])(
  'what %s claims of PDF/A holds after two stamps as before',
  async (file) => {
    const original = await pdfFile(file);
    const twice = await signWith(await signWith(original, inTheMiddle), inTheMiddle);
    const claim = await claimOf(twice);
    expect(claim).toEqual(await claimOf(original));
    expect(claim).toMatchObject({ ok: true, value: { contradictions: [], fonts: [] } });
  },
);

describe('on a page that is turned it stands upright', () => {
  test.each([
    [90, [0, 1, -1, 0, 0, 0], [146, 20, 170, 100]],
    [180, [-1, 0, 0, -1, 0, 0], [70, 46, 150, 70]],
    [270, [0, -1, 1, 0, 0, 0], [30, 0, 54, 80]],
  ])('by %d degrees', async (rotate, matrix, rect) => {
    const pdf = tablePdf(onePage({ page: `/Rotate ${rotate}` }));
    const { widget, appearance } = await stampOn(await signWith(pdf, inTheMiddle), 0);
    expect(appearance.dict.entries.get('Matrix')).toEqual(matrix);
    expect(widget.entries.get('Rect')).toEqual(rect);
  });
});

test('it stands on the page that was chosen; one beyond the last means the last', async () => {
  const pdf = await pdfFile('pdf-lib-streams.pdf');
  const once = await signWith(pdf, { ...inTheMiddle, page: 1 });
  const twice = await signWith(once, { ...inTheMiddle, page: 99 });
  for (const [page, field] of [
    [1, 'Signature1'],
    [2, 'Signature2'],
  ] as const) {
    const { widget } = await stampOn(twice, page);
    expect(serialize(widget)).toContain(`/T (${field})`);
  }
  const verified = await verifyIcpPdf(twice);
  expect(verified.ok && verified.value.signers).toHaveLength(2);
});

test('long lines and small boxes make the text smaller, never the frame larger', async () => {
  const sizeOf = async (stamp: Stamp): Promise<number> => {
    const { appearance } = await stampOn(await signWith(tablePdf(onePage()), stamp), 0);
    return Number(/\/Text ([\d.]+) Tf/.exec(fromUtf8(appearance.data))?.[1] ?? 0);
  };
  const large = await sizeOf({ ...inTheMiddle, box: [0, 0, 200, 100] });
  expect(large).toBe(11);
  expect(await sizeOf(inTheMiddle)).toBeLessThan(large);
  expect(await sizeOf({ ...inTheMiddle, box: [0, 0, 8, 8] })).toBe(0);
  expect(await sizeOf({ ...inTheMiddle, box: [0, 0, 200, 100], lines: [] })).toBe(0);
});

test('what the font does not have loses its accent, or becomes a question mark', () => {
  const text = (line: string) => String.fromCharCode(...encodeLine(line, []).bytes);
  expect(text('Cão ÇÉ')).toBe('Cão ÇÉ');
  expect(text('€–“a”Ÿ')).toBe('\x80\x96\x93a\x94\x9f');
  expect(text('Ca\u0303o')).toBe('Cão');
  expect(text('Dvořák')).toBe('Dvorák');
  expect(text('a\tb\u0081\n日')).toBe('a b  ?');
});
