import { type Bytes, sameBytes } from '../../src/base/bytes.ts';
import { signDetachedForPdf } from '../../src/signing/cms/sign.ts';
import { readPdfSignatures, signedBytesOf } from '../../src/signing/pdf/read-signatures.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import type { Stamp } from '../../src/signing/pdf/stamp.ts';
import { onePage, pdfFile, STRUCTURES, tablePdf } from '../support/pdfs.ts';
import { check } from './checks.ts';
import { keep } from './scratch.ts';
import type { SignedCms } from './signed-cms.ts';
import type { SignedPdf } from './signed-pdf.ts';
import { curve, joao, maria, type Person, rsa4096 } from './signers.ts';

/**
 * Each signs a file once: pdfsig 22.12 finds no trust for the second signature of a certificate, even where it has made
 * both. The PDF signed by another program bears one of `joao`.
 */
const SIGNERS = [maria, rsa4096, curve];

const STAMP: Stamp = {
  page: 0,
  box: [10, 10, 120, 40],
  lines: ['Assinado por João', '22/11/2026'],
};

const sign = (pdf: Bytes, { keys, chain }: Person, stamp?: Stamp) => {
  const now = Date.now();
  const options = { signingTime: now, name: keys.certificate.holder.name, ...(stamp && { stamp }) };
  return signPdf(pdf, options, (signedBytes) =>
    signDetachedForPdf(signedBytes, keys, chain, { now, level: 'BES' }),
  );
};

/**
 * PDFs under ICP-Brasil's policy, whose names in the dictionary poppler does not know: the CMS and the bytes it signs,
 * taken out of the file, for the judges of CMS.
 */
export const makePolicyPdfs = async (): Promise<SignedCms[]> => {
  const files: SignedCms[] = [];
  for (const { keys, chain, name: who } of SIGNERS) {
    const now = Date.now();
    const options = { signingTime: now, name: who, rules: 'ICP-Brasil' } as const;
    const signed = await signPdf(tablePdf(onePage()), options, (signedBytes) =>
      signDetachedForPdf(signedBytes, keys, chain, { now, level: 'AD-RB' }),
    );
    const read = signed.ok ? await readPdfSignatures(signed.value) : signed;
    const [signature] = read.ok ? read.value : [];
    if (!signed.ok || !signature) throw new Error('no signature');
    const path = keep(`policy-${who}.p7s`, signature.cms);
    const content = keep(`policy-${who}.bytes`, signedBytesOf(signed.value, signature));
    const title = `a PDF under the policy AD-RB, ${who}`;
    files.push({
      title,
      path,
      content,
      detached: true,
      signers: 1,
      counterSigners: 0,
      cades: true,
    });
  }
  return files;
};

/** PDFs of every structure, signed once, twice and three times by keys of different kinds, written to files. */
export const makePdfs = async (): Promise<SignedPdf[]> => {
  const files: SignedPdf[] = [];
  for (const [structure, make] of STRUCTURES) {
    const unsigned = await make();
    const name = structure.replaceAll(/\W+/g, '-');
    const original = keep(`${name}.pdf`, unsigned);
    for (const stamp of [undefined, STAMP]) {
      let pdf = unsigned;
      for (const [before, person] of SIGNERS.entries()) {
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
