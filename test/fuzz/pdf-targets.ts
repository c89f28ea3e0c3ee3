import fc from 'fast-check';
import { claimOf } from '../../src/attachment/pdfa/claim.ts';
import { type Bytes, sameBytes, utf8 } from '../../src/base/bytes.ts';
import { pagesOf } from '../../src/pdf/pages.ts';
import { examinePdf } from '../../src/signing/examine/examine-pdf.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import { icpTrust } from '../support/icp.ts';
import { pdfa, stream } from '../support/pdfa.ts';
import {
  hybridPdf,
  makeCms,
  packedPdf,
  STRUCTURES,
  verifyIcpPdf,
  withRevision,
} from '../support/pdfs.ts';
import { bombs } from './bombs.ts';
import { pdfMutation, strangePdf } from './pdf-mutations.ts';
import { fixtures, inputsFrom, type Target } from './target.ts';

const SIGNING = {
  stamp: { page: 0, box: [10, 10, 120, 40] as const, lines: ['Assinado por João'] },
  signingTime: Date.UTC(2030, 0, 1),
  name: 'Maria',
};

const signed = async (pdf: Bytes): Promise<Bytes> => {
  const outcome = await signPdf(pdf, SIGNING, makeCms);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
};

/** Time goes into what is written in a file, not into its bulk. */
const BIG = 100_000;

const unsigned = [
  ...(await fixtures('pdf', '.pdf')),
  ...(await Promise.all(STRUCTURES.map(([, make]) => make()))).filter(({ length }) => length < BIG),
  packedPdf(),
];
const once = await signed(hybridPdf());
const twice = await signed(once);
const signedFiles = [once, twice, withRevision(twice, 3, '<< /Type /Page /Parent 2 0 R >>')];

const strange = fc.oneof(
  { weight: 20, arbitrary: strangePdf },
  { weight: 1, arbitrary: fc.constantFrom(...bombs) },
);

export const pdfVerifier: Target = {
  name: 'PDF verifier',
  inputs: inputsFrom([...signedFiles, ...unsigned], pdfMutation, strange),
  read: async (input) => {
    await verifyIcpPdf(input);
    await examinePdf(input, icpTrust, { now: SIGNING.signingTime });
    await pagesOf(input);
  },
};

/** Uses what PDF/A looks at: colours, a font, a form, an action, an annotation. */
const claiming = pdfa({
  page: '/Contents 5 0 R /Resources << /Font << /F 6 0 R >> /XObject << /X 7 0 R >> >> /Annots [8 0 R]',
  catalog: '/OpenAction << /S /JavaScript /JS (1) >> /OutputIntents [<< /S /GTS_PDFA1 >>]',
  objects: [
    stream('/F 9 Tf 1 0 0 rg (a) Tj BI /W 1 /H 1 ID x EI /X Do'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream('0 0 m', '/Type /XObject /Subtype /Form /Group << /S /Transparency >>'),
    '<< /Type /Annot /Subtype /Link /A << /S /Launch >> >>',
  ],
});

export const claimReader: Target = {
  name: 'PDF/A claim reader',
  inputs: inputsFrom([pdfa(), claiming, ...unsigned], pdfMutation, strange),
  read: async (input) => {
    await claimOf(input);
  },
};

export const pdfSigner: Target = {
  name: 'PDF signer',
  inputs: inputsFrom([...unsigned, once], pdfMutation, strange),
  read: async (input) => {
    const before = input.slice();
    const outcome = await signPdf(input, SIGNING, async () => utf8('a CMS'));
    if (!sameBytes(input, before)) throw new Error('the original was changed');
    if (outcome.ok && !sameBytes(outcome.value.subarray(0, input.length), input)) {
      throw new Error('the signed file does not begin with the original');
    }
  },
};
