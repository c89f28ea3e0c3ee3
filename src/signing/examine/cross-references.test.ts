import { expect, it, test } from 'vitest';
import { icpTrust } from '../../../test/support/icp.ts';
import {
  makeCms,
  objectStreamPdf,
  onePage,
  tablePdf,
  withRevision,
} from '../../../test/support/pdfs.ts';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { signPdf } from '../pdf/sign.ts';
import type { Coverage } from '../report.ts';
import { examinePdf } from './examine-pdf.ts';

// A reader draws what a page names, whatever type it says to be of: only what the file is read by is a cross-reference.

const NOW = Date.UTC(2030, 0, 1);

const sign = async (pdf: Bytes): Promise<Bytes> => {
  const signed = await signPdf(pdf, { signingTime: NOW, name: 'Maria' }, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

const coverageOf = async (pdf: Bytes): Promise<Coverage | undefined> =>
  (await examinePdf(pdf, icpTrust, { now: NOW })).signatures[0]?.covers;

const stream = (text: string, entries = ''): string =>
  `<< /Length ${text.length} ${entries} >>\nstream\n${text}\nendstream`;

test('page contents that call themselves a cross-reference may not change', async () => {
  const drawn = onePage({ page: '/Contents 4 0 R' });
  const signed = await sign(tablePdf([...drawn, stream('(100) Tj', '/Type /XRef')]));
  const forged = withRevision(signed, 4, stream('(900) Tj', '/Type /XRef'));
  expect(await coverageOf(forged)).toMatchObject({ change: 'other' });
});

test('what such a stream refers to is no more the only owner of it than any other', async () => {
  const form = '/Type /XRef /Subtype /Form /Resources << /XObject << /G 5 0 R >> >>';
  const signed = await sign(
    tablePdf([
      ...onePage({
        catalog: '/Metadata 5 0 R',
        page: '/Contents 6 0 R /Resources << /XObject << /F 4 0 R >> >>',
      }),
      stream('/G Do', form),
      stream('0 0 9 9 re f', '/Subtype /Form'),
      stream('/F Do'),
    ]),
  );
  const forged = withRevision(signed, 5, stream('0 0 99 99 re f', '/Subtype /Form'));
  expect(await coverageOf(forged)).toMatchObject({ change: 'other' });
});

/** Signs a file whose section is object 6, and appends a section under the same number. */
const withSameSection = async (page: string): Promise<Bytes> => {
  const signed = await sign(objectStreamPdf([...onePage({ page }), '(x)']));
  const text = new TextDecoder('latin1').decode(signed);
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const at = signed.length;
  const row = Uint8Array.of(1, at >> 16, (at >> 8) & 255, at & 255, 0);
  const dict = `/Type /XRef /Size 40 /Root 1 0 R /Prev ${previous} /W [1 3 1] /Index [6 1]`;
  return concat(
    signed,
    utf8(`6 0 obj\n<< ${dict} /Length ${row.length} >>\nstream\n`),
    row,
    utf8(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  );
};

it('lets a writer use the number of its cross-reference stream again', async () => {
  expect(await coverageOf(await withSameSection(''))).toMatchObject({ change: 'signatures-only' });
});

it('lets nobody change a cross-reference stream that a page draws', async () => {
  const drawn = await withSameSection('/Contents 6 0 R');
  expect(await coverageOf(drawn)).toMatchObject({ change: 'other' });
});
