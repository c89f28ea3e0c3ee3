import { describe, expect, test } from 'vitest';
import {
  hybridPdf,
  objectStreamPdf,
  onePage,
  packedPdf,
  pdfFile,
  tablePdf,
  withRevision,
} from '../../test/support/pdfs.ts';
import { type Bytes, concat, fromUtf8, utf8 } from '../base/bytes.ts';
import { openPdf } from './document.ts';
import type { PdfRef } from './objects.ts';
import { serialize } from './serialize.ts';

const ref = (number: number): PdfRef => ({ kind: 'ref', number, generation: 0 });

const change = (pdf: Bytes, from: string | RegExp, to: string): Bytes => {
  const text = fromUtf8(pdf);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return utf8(changed);
};

describe('every form of cross-reference is read', () => {
  test.each([
    ['table-1.3.pdf', 'table'],
    ['linearized-table.pdf', 'table'],
    ['pdf-lib-streams.pdf', 'stream'],
    ['predictor.pdf', 'stream'],
    ['linearized-streams.pdf', 'stream'],
  ])('%s', async (file, form) => {
    const document = await openPdf(await pdfFile(file));
    expect(document.xref.form).toBe(form);
    const pages = await document.dict((await document.catalog()).entries.get('Pages'));
    expect(await document.resolve(pages.entries.get('Count'))).toBe(3);
    const [firstPage] = await document.array(pages.entries.get('Kids'));
    expect(serialize(await document.dict(firstPage))).toContain('/Type /Page ');
  });

  test('the objects that a hybrid file hides from its table', async () => {
    const document = await openPdf(hybridPdf());
    expect(document.xref.form).toBe('table');
    expect(serialize(await document.dict(ref(4)))).toContain('/NeedAppearances true');
  });
});

test('the newest revision of an object counts', async () => {
  const pdf = withRevision(tablePdf([...onePage(), '(old)', '(kept)']), 4, '[(new)]');
  const document = await openPdf(pdf);
  expect(serialize(await document.array(ref(4)))).toBe('[(new)]');
  expect(await document.resolve(ref(5))).toMatchObject({ kind: 'string' });
});

test('an object that is free, unknown or of another generation is null', async () => {
  const document = await openPdf(tablePdf(onePage()));
  expect(await document.resolve(ref(0))).toBeNull();
  expect(await document.resolve(ref(99))).toBeNull();
  expect(await document.resolve({ ...ref(1), generation: 1 })).toBeNull();
});

test('up to 1024 bytes after the end of the file are passed over', async () => {
  const pdf = tablePdf(onePage());
  await openPdf(concat(pdf, utf8('x'.repeat(1000))));
  await expect(openPdf(concat(pdf, utf8('x'.repeat(1100))))).rejects.toThrow('pdf-broken');
});

describe('what is no readable PDF is refused', () => {
  const whole = tablePdf(onePage());

  test('bytes without a header are not a PDF', async () => {
    await expect(openPdf(utf8('PK zip'))).rejects.toThrow('not-a-pdf');
    await expect(openPdf(new Uint8Array(0))).rejects.toThrow('not-a-pdf');
  });

  test('an encrypted one', async () => {
    await expect(openPdf(await pdfFile('encrypted.pdf'))).rejects.toThrow('pdf-encrypted');
  });

  test.each<[string, Bytes]>([
    ['bytes before the header', concat(utf8('\n'), whole)],
    ['a file cut off', whole.subarray(0, whole.length - 20)],
    ['a startxref that points elsewhere', change(whole, /startxref\n\d+/, 'startxref\n20')],
    ['a startxref beyond the file', change(whole, /startxref\n\d+/, 'startxref\n99999')],
    ['a table that promises more entries', change(whole, 'xref\n0 4', 'xref\n0 5')],
    ['a table with impossible numbers', change(whole, 'xref\n0 4', 'xref\n9999999 4')],
    ['a table with another kind of entry', change(whole, ' 00000 n', ' 00000 x')],
    ['no root', change(whole, '/Root 1 0 R', '')],
    ['a /Prev that is no offset', change(whole, '/Root', '/Prev -1 /Root')],
    ['a /Prev that leads nowhere', change(whole, '/Root', '/Prev 3 /Root')],
    [
      'a /Prev that leads back to itself',
      change(whole, '/Root', `/Prev ${fromUtf8(whole).indexOf('xref')} /Root`),
    ],
  ])('%s', async (_, pdf) => {
    await expect(openPdf(pdf)).rejects.toThrow('pdf-broken');
  });

  test('an offset where another object stands', async () => {
    const moved = change(whole, '\n1 0 obj', '\n7 0 obj');
    await expect((await openPdf(moved)).catalog()).rejects.toThrow('pdf-broken');
  });

  test.each([
    ['itself', '4 0 R'],
    ['a stream whose length is itself', '<< /Length 4 0 R >>\nstream\n\nendstream'],
  ])('an object that refers to %s', async (_, body) => {
    const document = await openPdf(tablePdf([...onePage(), body]));
    await expect(document.resolve(ref(4))).rejects.toThrow('pdf-broken');
  });
});

describe('what lies in each other would take the square of its length to read', () => {
  const DEPTH = 60;

  test('objects in strings of objects', async () => {
    const inner = Array.from({ length: DEPTH }, (_, i) => `${i + 4} 0 obj [(`);
    const nested = `${inner.join('')}${')] endobj '.repeat(DEPTH)}`;
    const head = '%PDF-1.4\n';
    const entryAt = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`;
    const offsets = inner.map((_, i) => head.length + inner.slice(0, i).join('').length);
    const table = `xref\n4 ${DEPTH}\n${offsets.map(entryAt).join('')}`;
    const trailer = `trailer << /Root 4 0 R >> startxref ${head.length + nested.length} %%EOF`;
    const document = await openPdf(utf8(head + nested + table + trailer));
    const readAll = async () => {
      for (let number = 4; number < 4 + DEPTH; number++) await document.resolve(ref(number));
    };
    await document.resolve(ref(4));
    await expect(readAll()).rejects.toThrow('pdf-broken');
  });

  test('cross-reference sections in strings of trailers', async () => {
    const head = '%PDF-1.4\n';
    const opening = 'xref 0 0 trailer << /Root 1 0 R /X (';
    const sections = (depth: number) => {
      const closings = Array.from({ length: depth }, (_, i) =>
        i === 0 ? ') >>' : `) /Prev ${head.length + (depth - i) * opening.length} >>`,
      );
      return utf8(
        `${head}${opening.repeat(depth)}${closings.join('')} startxref ${head.length} %%EOF`,
      );
    };
    expect((await openPdf(sections(1))).xref.entries.size).toBe(0);
    await expect(openPdf(sections(DEPTH))).rejects.toThrow('pdf-broken');
  });

  test('packed objects in each other', async () => {
    const objects = Array.from({ length: DEPTH }, () => '[');
    const last = `${' '.repeat(200)}${']'.repeat(DEPTH)}`;
    const document = await openPdf(objectStreamPdf([...onePage(), ...objects, last]));
    const readAll = async () => {
      for (let number = 4; number < 4 + DEPTH; number++) await document.resolve(ref(number));
    };
    await expect(readAll()).rejects.toThrow('pdf-broken');
  });
});

describe('cross-reference and object streams from a hostile hand', () => {
  test('the sample itself is sound', async () => {
    expect((await (await openPdf(packedPdf())).catalog()).entries.size).toBe(2);
  });

  test.each<[string, Bytes]>([
    ['more entries than bytes', packedPdf({ index: '[0 5000000]' })],
    ['entries without bytes', packedPdf({ widths: '[0 0 0]', index: '[0 5000000]' })],
    ['entries without offsets', packedPdf({ widths: '[1 0 0]' })],
    ['object numbers without measure', packedPdf({ index: '[9999999999 4]' })],
    ['widths that are no numbers', packedPdf({ widths: '[1 /A 1]' })],
    ['an index with a missing count', packedPdf({ index: '[0]' })],
  ])('%s', async (_, pdf) => {
    await expect(openPdf(pdf)).rejects.toThrow('pdf-broken');
  });

  test.each<[string, Bytes]>([
    ['a container packed into itself', packedPdf({ container: 1 })],
    ['a container that is no object stream', packedPdf({ container: 3 })],
    ['another object at the place', packedPdf({ packedNumber: 9 })],
    ['a count without measure', packedPdf({ count: 5_000_000 })],
    ['more objects than bytes for them', packedPdf({ count: 20 })],
  ])('%s', async (_, pdf) => {
    await expect((await openPdf(pdf)).catalog()).rejects.toThrow('pdf-broken');
  });
});

describe('a few packed bytes do not fill the memory', () => {
  const deflate = async (data: Bytes): Promise<Bytes> =>
    new Uint8Array(
      await new Response(
        new Blob([data]).stream().pipeThrough(new CompressionStream('deflate')),
      ).arrayBuffer(),
    );

  /** A cross-reference stream alone. */
  const withEntries = async (count: number): Promise<Bytes> => {
    const data = await deflate(new Uint8Array(2 * count));
    const dict = `<< /Type /XRef /Root 1 0 R /Size ${count} /W [1 1 0] /Filter /FlateDecode /Length ${data.length} >>`;
    const head = '%PDF-1.5\n';
    const end = `\nendstream endobj startxref ${head.length} %%EOF`;
    return concat(utf8(`${head}1 0 obj ${dict} stream\n`), data, utf8(end));
  };

  test('of entries', async () => {
    expect((await openPdf(await withEntries(1000))).xref.entries.size).toBe(1000);
    await expect(openPdf(await withEntries(60_000))).rejects.toThrow('pdf-broken');
  });

  test('of inflated data', async () => {
    await expect(openPdf(await withEntries(5_000_000))).rejects.toThrow('pdf-broken');
  });
});
