import { describe, expect, it, test } from 'vitest';
import { icpTrust } from '../../../test/support/icp.ts';
import { makeCms, onePage, tablePdf, withRevision } from '../../../test/support/pdfs.ts';
import { type Bytes, concat, fromUtf8, utf8 } from '../../base/bytes.ts';
import { signPdf } from '../pdf/sign.ts';
import type { FileReport } from '../report.ts';
import { examinePdf } from './examine-pdf.ts';

const NOW = Date.UTC(2030, 5, 1);
const signingTime = Date.UTC(2030, 4, 21, 15);

const sign = async (pdf: Bytes): Promise<Bytes> => {
  const signed = await signPdf(pdf, { signingTime, name: 'Maria' }, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

const examine = (pdf: Bytes): Promise<FileReport> => examinePdf(pdf, icpTrust, { now: NOW });

const original = tablePdf([...onePage(), '(an object)']);
const once = await sign(original);
const twice = await sign(once);
const thrice = await sign(twice);

it('a signature that covers the whole file is told with its time and its signer', async () => {
  const report = await examine(once);
  expect(report).toMatchObject({ kind: 'pdf', verdict: 'valid-revocation-unchecked' });
  expect(report.signatures).toMatchObject([
    {
      covers: { of: 'whole-file', size: once.length },
      claimedTime: signingTime,
      judgedAt: NOW,
      signer: { holder: { cpf: '12345678909' } },
      reasons: ['revocation-unchecked'],
    },
  ]);
});

it('each further signature leaves those before it as they were', async () => {
  const report = await examine(thrice);
  expect(report.verdict).toBe('valid-revocation-unchecked');
  expect(report.signatures.map(({ covers }) => covers)).toEqual([
    {
      of: 'revision',
      size: once.length,
      added: thrice.length - once.length,
      change: 'signatures-only',
    },
    {
      of: 'revision',
      size: twice.length,
      added: thrice.length - twice.length,
      change: 'signatures-only',
    },
    { of: 'whole-file', size: thrice.length },
  ]);
});

/** The file with one more object, and an object that names it. */
const withTwo = (pdf: Bytes, ...objects: [number, string][]): Bytes =>
  objects.reduce((file, [number, body]) => withRevision(file, number, body), pdf);

const CATALOG = '/Type /Catalog /Pages 2 0 R';
const waiting = tablePdf([
  `<< ${CATALOG} /AcroForm 4 0 R /DSS 6 0 R >>`,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [5 0 R] /Contents 20 0 R >>',
  '<< /Fields [5 0 R] /SigFlags 3 >>',
  '<< /Type /Annot /Subtype /Widget /FT /Tx /T (valor) /V (100) /Rect [0 0 90 20] /P 3 0 R >>',
  '<< /Type /DSS /Certs 7 0 R >>',
  '[]',
]);
const signedForm = await sign(waiting);

/** What the DSS lists is what the page draws. */
const twoFaced = await sign(
  tablePdf([
    `<< ${CATALOG} /DSS << /Certs 4 0 R >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>',
    '[]',
  ]),
);

const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
const field = (more: string) =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 90 20] /P 3 0 R ${more} >>`;
const [ownFields = ''] =
  /(?<=\/Fields \[).*?(?=\])/.exec(fromUtf8(signedForm.slice(waiting.length))) ?? [];
const withField = `<< /Fields [${ownFields} 40 0 R] /SigFlags 3 >>`;

describe('what came after a signature', () => {
  test.each<[string, Bytes]>([
    ['another value of an object', withRevision(once, 4, '(another)')],
    ['another value of a field', withRevision(signedForm, 5, '<< /FT /Tx /T (valor) /V (900) >>')],
    ['contents that the page waited for', withRevision(signedForm, 20, stream('0 0 9 9 re f'))],
    [
      'the same, as what a certificate of the DSS is said to be',
      withTwo(signedForm, [20, stream('0 0 9 9 re f')], [7, '[20 0 R]']),
    ],
    [
      'a stream of the DSS that a page draws, too',
      withTwo(twoFaced, [40, stream('0 0 9 9 re f')], [4, '[40 0 R]']),
    ],
    [
      'another annotation',
      withTwo(
        signedForm,
        [40, '<< /Type /Annot /Subtype /FreeText /Rect [0 0 90 20] /Contents (900) >>'],
        [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [5 0 R 40 0 R] >>'],
      ),
    ],
    [
      'a signature field that shows something and was not signed',
      withTwo(signedForm, [41, stream('')], [40, field('/AP << /N 41 0 R >>')], [4, withField]),
    ],
    [
      'a signature field that does something',
      withTwo(signedForm, [40, field('/A << /S /URI /URI (http://x) >>')], [4, withField]),
    ],
    ['bytes that no cross-reference knows', concat(once, utf8('20 0 obj\n(x)\nendobj\n'))],
  ])('%s is told, and no signature speaks for that file', async (_, pdf) => {
    const { verdict, signatures } = await examine(pdf);
    expect(verdict).toBe('invalid');
    expect(signatures[0]).toMatchObject({ covers: { of: 'revision', change: 'other' } });
    expect(signatures[0]?.reasons).toContain('changed-afterwards');
  });

  test.each<[string, Bytes]>([
    ['a line end', concat(once, utf8('\n'))],
    ['what the DSS keeps', withTwo(signedForm, [40, stream('x')], [7, '[40 0 R]'])],
    ['an empty field for a signature', withTwo(signedForm, [40, field('')], [4, withField])],
  ])('%s is no change', async (_, pdf) => {
    const { signatures } = await examine(pdf);
    expect(signatures[0]).toMatchObject({
      reasons: ['revocation-unchecked'],
      covers: { of: 'revision', change: 'signatures-only' },
    });
  });

  test('a change between two signatures is told of the first', async () => {
    const { verdict, signatures } = await examine(await sign(withRevision(once, 4, '(another)')));
    expect(verdict).toBe('indeterminate');
    expect(signatures.map(({ reasons }) => reasons)).toEqual([
      ['changed-afterwards', 'revocation-unchecked'],
      ['revocation-unchecked'],
    ]);
  });
});

it('a file without a signature says so', async () => {
  expect(await examine(original)).toMatchObject({ fault: 'no-signature', verdict: 'invalid' });
});
