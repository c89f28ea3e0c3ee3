import { describe, expect, test } from 'vitest';
import { onePage, pdfFile, tablePdf } from '../../test/support/pdfs.ts';
import { utf8 } from '../base/bytes.ts';
import { openPdf } from './document.ts';
import { insideView, inUserSpace, pageView } from './page-view.ts';
import { pageAt, pagesOf } from './pages.ts';

/** One page whose attributes stand partly above it. */
const page = (own: string, above = '') =>
  tablePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R] /Count 1 ${above} >>`,
    `<< /Type /Page /Parent 2 0 R ${own} >>`,
  ]);

describe('the size of a page is the one in which it is shown', () => {
  test.each<[string, string, string, number, number]>([
    ['its MediaBox', '/MediaBox [0 0 200 100]', '', 200, 100],
    ['corners in any order', '/MediaBox [200 100 -10 0]', '', 210, 100],
    ['inherited', '', '/MediaBox [0 0 200 100] /Rotate 90', 100, 200],
    [
      'its own before an inherited one',
      '/Rotate 0',
      '/MediaBox [0 0 200 100] /Rotate 90',
      200,
      100,
    ],
    ['cropped', '/CropBox [50 50 500 90]', '/MediaBox [0 0 200 100]', 150, 40],
    ['a CropBox outside the page', '/CropBox [900 900 990 990]', '/MediaBox [0 0 9 9]', 9, 9],
    ['turned backwards', '/MediaBox [0 0 200 100] /Rotate -90', '', 100, 200],
    ['a turn that is none', '/MediaBox [0 0 200 100] /Rotate 45', '', 200, 100],
    ['in a unit of its own', '/MediaBox [0 0 200 100] /UserUnit 10', '', 2000, 1000],
    ['none told', '', '', 612, 792],
    ['one without extent', '/MediaBox [0 0 0 100]', '', 612, 792],
    ['one that is no rectangle', '/MediaBox [0 0 (a) 100]', '', 612, 792],
  ])('%s', async (_, own, above, width, height) => {
    expect(await pagesOf(page(own, above))).toEqual({ ok: true, value: [{ width, height }] });
  });
});

test('every page is listed in its order', async () => {
  const sizes = await pagesOf(await pdfFile('linearized-streams.pdf'));
  expect(sizes).toEqual({ ok: true, value: Array(3).fill({ width: 200, height: 100 }) });
});

test('what cannot be read has no pages to list', async () => {
  expect(await pagesOf(utf8('<html>'))).toEqual({ ok: false, error: 'not-a-pdf' });
  expect(await pagesOf(tablePdf(onePage({ catalog: '/Pages 1 0 R' })))).toMatchObject({
    error: 'pdf-broken',
  });
});

test('an index beyond the last page means the last', async () => {
  const document = await openPdf(await pdfFile('predictor.pdf'));
  expect(await pageAt(document, 9)).toEqual(await pageAt(document, 2));
  expect(await pageAt(document, 0)).not.toEqual(await pageAt(document, 2));
});

const view = async (attributes: string) => {
  const document = await openPdf(page(`/MediaBox [10 20 210 120] ${attributes}`));
  return pageView(document, (await pageAt(document, 0)).attributes);
};

describe('a box at the lower left of the page as shown lies in user space', () => {
  test.each<[string, number[]]>([
    ['', [11, 22, 14, 26]],
    ['/Rotate 90', [204, 21, 208, 24]],
    ['/Rotate 180', [206, 114, 209, 118]],
    ['/Rotate 270', [12, 116, 16, 119]],
    ['/UserUnit 2', [10.5, 21, 12, 23]],
  ])('%s', async (attributes, corners) => {
    expect(inUserSpace(await view(attributes), [1, 2, 3, 4])).toEqual(corners);
  });
});

test('a box is moved and shrunk into the page', async () => {
  const upright = await view('');
  expect(insideView(upright, [5, 5, 20, 10])).toEqual([5, 5, 20, 10]);
  expect(insideView(upright, [190, -5, 20, 10])).toEqual([180, 0, 20, 10]);
  expect(insideView(upright, [50, 50, 900, 900])).toEqual([0, 0, 200, 100]);
});
