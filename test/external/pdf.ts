import { type Bytes, concat, sameBytes, utf8 } from '../../src/base/bytes.ts';
import { signDetachedForPdf } from '../../src/signing/cms/sign.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import type { Stamp } from '../../src/signing/pdf/stamp.ts';
import { hybridPdf, onePage, pdfFile, tablePdf, withRevision } from '../support/pdfs.ts';
import { check } from './checks.ts';
import { keep } from './scratch.ts';
import type { SignedPdf } from './signed-pdf.ts';
import { joao, PEOPLE, type Person } from './signers.ts';

const STRUCTURES: [structure: string, pdf: Bytes][] = [
  ['classic table', tablePdf(onePage())],
  ['classic table, PDF 1.3', await pdfFile('table-1.3.pdf')],
  ['object streams', await pdfFile('pdf-lib-streams.pdf')],
  ['cross-reference stream with a predictor', await pdfFile('predictor.pdf')],
  ['linearized, tables', await pdfFile('linearized-table.pdf')],
  ['linearized, streams', await pdfFile('linearized-streams.pdf')],
  ['hybrid', hybridPdf()],
  [
    'form, fields and annotations as objects of their own',
    tablePdf([
      ...onePage({ catalog: '/AcroForm 4 0 R', page: '/Annots 6 0 R' }),
      '<< /Fields 5 0 R /SigFlags 1 >>',
      '[7 0 R]',
      '[7 0 R]',
      '<< /FT /Tx /T (Signature1) /Subtype /Widget /Rect [0 0 9 9] >>',
    ]),
  ],
  ['an update before', withRevision(tablePdf(onePage()), 4, '(more)')],
  ['junk after the end', concat(tablePdf(onePage()), utf8('\r\n<html>'))],
];

const STAMP: Stamp = {
  page: 0,
  box: [10, 10, 120, 40],
  lines: ['Assinado por João', '22/11/2026'],
};

const sign = (pdf: Bytes, { keys, chain }: Person, stamp?: Stamp) => {
  const now = Date.now();
  const options = { signingTime: now, name: keys.certificate.holder.name, ...(stamp && { stamp }) };
  return signPdf(pdf, options, (signedBytes) =>
    signDetachedForPdf(signedBytes, keys, chain, { now, level: 'AD-RB' }),
  );
};

/** PDFs of every structure, signed once, twice and three times by keys of different kinds, written to files. */
export const makePdfs = async (): Promise<SignedPdf[]> => {
  const files: SignedPdf[] = [];
  for (const [structure, unsigned] of STRUCTURES) {
    const name = structure.replaceAll(/\W+/g, '-');
    const original = keep(`${name}.pdf`, unsigned);
    for (const stamp of [undefined, STAMP]) {
      let pdf = unsigned;
      for (const [before, person] of PEOPLE.slice(0, 3).entries()) {
        const signed = await sign(pdf, person, stamp);
        if (!signed.ok) throw new Error(`${structure}: ${signed.error}`);
        pdf = signed.value;
        const signatures = before + 1;
        const how = stamp ? 'stamped' : 'invisible';
        const path = keep(`${name}-${how}-${signatures}.pdf`, pdf);
        const title = `a PDF (${structure}), ${how} signatures: ${signatures}`;
        files.push({ title, path, signatures, original });
      }
    }
  }
  return files;
};

const docMdp = '/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>]';

const UNSIGNABLE: [what: string, pdf: Bytes, fault: string][] = [
  ['encrypted', await pdfFile('encrypted.pdf'), 'pdf-encrypted'],
  [
    'certified without permission to change',
    tablePdf([...onePage({ catalog: '/Perms << /DocMDP 4 0 R >>' }), `<< /Type /Sig ${docMdp} >>`]),
    'pdf-locked',
  ],
  ['cut off', tablePdf(onePage()).slice(0, 300), 'pdf-broken'],
];

/** Checks that what must not be signed is refused with its reason, and stays as it was. */
export const checkRefusedPdfs = async (): Promise<void> => {
  for (const [what, pdf, fault] of UNSIGNABLE) {
    const before = pdf.slice();
    const signed = await sign(pdf, joao);
    const refused = !signed.ok && signed.error === fault && sameBytes(pdf, before);
    check(`a PDF that is ${what} is not signed and stays as it was`, refused);
  }
};
