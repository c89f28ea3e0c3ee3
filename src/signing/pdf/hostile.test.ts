import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hybridPdf,
  indirectForm,
  makeCms,
  objectStreamPdf,
  onePage,
  packedPdf,
  pdfFile,
  tablePdf,
  verifyIcpPdf,
} from '../../../test/support/pdfs.ts';
import type { Bytes } from '../../base/bytes.ts';
import { pagesOf } from '../../pdf/pages.ts';
import { signPdf } from './sign.ts';

const options = { signingTime: Date.UTC(2030, 4, 21), name: 'Maria' };

const stamps = fc.option(
  fc.record({
    stamp: fc.record({
      page: fc.nat(4),
      box: fc.tuple(fc.integer(), fc.integer(), fc.nat(), fc.nat()),
      lines: fc.array(fc.string({ unit: 'binary' })),
    }),
  }),
  { nil: {} },
);

const sound = [
  tablePdf(onePage({ page: '/CropBox [10 10 90 90] /Rotate 90 /UserUnit 2' })),
  hybridPdf(),
  packedPdf(),
  objectStreamPdf(indirectForm),
  await pdfFile('predictor.pdf'),
  await pdfFile('linearized-table.pdf'),
];

/** A sound file with digits changed and pieces copied over others: offsets, numbers and structure go astray. */
const damaged = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(30)), { minLength: 1, maxLength: 5 }),
  )
  .map(([pdf, damages]) => {
    const bytes: Bytes = pdf.slice();
    for (const [to, from, length] of damages) {
      const source = from % bytes.length;
      bytes.copyWithin(to % bytes.length, source, source + length);
      const digit = bytes.findIndex((byte, i) => i > to % bytes.length && byte >= 48 && byte <= 57);
      if (digit >= 0) bytes[digit] = 48 + (from % 10);
    }
    return bytes;
  });

const faults = ['not-a-pdf', 'pdf-broken', 'pdf-encrypted', 'pdf-locked'];

test('a damaged file is refused, or signed so that the signature holds', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, stamps, async (pdf, stamp) => {
      const signed = await signPdf(pdf, { ...options, ...stamp }, makeCms);
      if (signed.ok) expect(await verifyIcpPdf(signed.value)).toMatchObject({ ok: true });
      else expect(faults).toContain(signed.error);
    }),
    { numRuns: 300 },
  );
});

test('the pages of a damaged file are refused, or have a size', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (pdf) => {
      const pages = await pagesOf(pdf);
      if (!pages.ok) expect(faults).toContain(pages.error);
      else for (const { width, height } of pages.value) expect(width * height).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
