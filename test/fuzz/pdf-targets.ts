import type { Bytes } from '../../src/base/bytes.ts';
import { sameBytes, utf8 } from '../../src/base/bytes.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import { verifyPdf } from '../../src/signing/pdf/verify.ts';
import { hybridPdf, makeCms, onePage, packedPdf, tablePdf, verifyCms } from '../support/pdfs.ts';
import { pdfMutation, strangePdf } from './pdf-mutations.ts';
import { fixtures, inputsFrom, type Target } from './target.ts';

const SIGNING = { signingTime: Date.UTC(2030, 0, 1), name: 'Maria' };

const signed = async (pdf: Bytes): Promise<Bytes> => {
  const outcome = await signPdf(pdf, SIGNING, makeCms);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
};

const unsigned = [
  ...(await fixtures('pdf', '.pdf')),
  tablePdf(onePage()),
  tablePdf(onePage({ catalog: '/AcroForm << /Fields [4 0 R] >>' }).concat('<< /FT /Sig /T (a) >>')),
  hybridPdf(),
  packedPdf(),
];
const once = await signed(hybridPdf());
const signedFiles = [once, await signed(once), await signed(tablePdf(onePage()))];

export const pdfVerifier: Target = {
  name: 'PDF verifier',
  inputs: inputsFrom([...signedFiles, ...unsigned], pdfMutation, strangePdf),
  read: async (input) => {
    await verifyPdf(input, verifyCms);
  },
};

export const pdfSigner: Target = {
  name: 'PDF signer',
  inputs: inputsFrom([...unsigned, once], pdfMutation, strangePdf),
  read: async (input) => {
    const before = input.slice();
    const outcome = await signPdf(input, SIGNING, async () => utf8('a CMS'));
    if (!sameBytes(input, before)) throw new Error('the original was changed');
    if (outcome.ok && !sameBytes(outcome.value.subarray(0, input.length), input)) {
      throw new Error('the signed file does not begin with the original');
    }
  },
};
