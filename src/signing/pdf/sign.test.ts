import { describe, expect, test } from 'vitest';
import {
  indirectForm,
  makeCms,
  onePage,
  pdfFile,
  STRUCTURES,
  tablePdf,
  verifyIcpPdf,
} from '../../../test/support/pdfs.ts';
import { type Bytes, concat, fromUtf8, sameBytes, utf8 } from '../../base/bytes.ts';
import { openPdf, type PdfDocument } from '../../pdf/document.ts';
import { isDict, type PdfDict } from '../../pdf/objects.ts';
import { pageAt } from '../../pdf/pages.ts';
import { serialize } from '../../pdf/serialize.ts';
import { readPdfSignatures } from './read-signatures.ts';
import { signPdf } from './sign.ts';

const maria = { signingTime: Date.UTC(2030, 4, 21, 15), name: 'Maria Conceição' };
const joao = { signingTime: Date.UTC(2030, 4, 22, 15), name: 'João (Contador)' };

const sign = async (pdf: Bytes, options = maria): Promise<Bytes> => {
  const signed = await signPdf(pdf, options, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  return signed.value;
};

/** When each signer signed, in the file's order; refuses what does not verify. */
const timesOf = async (pdf: Bytes): Promise<(number | undefined)[]> => {
  const verified = await verifyIcpPdf(pdf);
  if (!verified.ok) throw new Error(verified.error);
  expect(verified.value.content).toBe(pdf);
  return verified.value.signers.map(({ signingTime }) => signingTime);
};

const form = async (document: PdfDocument): Promise<PdfDict> =>
  document.dict((await document.catalog()).entries.get('AcroForm'));

describe('a PDF of every structure is signed thrice without a change to what was there', () => {
  test.each(STRUCTURES)('%s', async (_, make) => {
    const original = await make();
    const before = await openPdf(original);
    const others = await timesOf(original).catch(() => []);
    const times = [maria, joao, maria].map(({ signingTime }) => signingTime);
    let signed = original;
    for (const [done, signer] of [maria, joao, maria].entries()) {
      const earlier = signed;
      signed = await sign(earlier, signer);
      expect(sameBytes(signed.subarray(0, earlier.length), earlier)).toBe(true);
      expect(await timesOf(signed)).toEqual([...others, ...times.slice(0, done + 1)]);
    }
    const after = await openPdf(signed);
    expect(after.xref.form).toBe(before.xref.form);
    for (const key of ['Root', 'Info', 'ID'])
      expect(after.xref.trailer.entries.get(key)).toEqual(before.xref.trailer.entries.get(key));
    const fields = await after.array((await form(after)).entries.get('Fields'));
    const { dict } = await pageAt(after, 0);
    const annotations = await after.array(dict.entries.get('Annots'));
    expect(annotations.slice(-3)).toEqual(fields.slice(-3));
  });
});

test('the signature tells who and when, in a PAdES dictionary', async () => {
  const read = await readPdfSignatures(await sign(tablePdf(onePage())));
  expect(read).toMatchObject({
    ok: true,
    value: [{ subFilter: 'ETSI.CAdES.detached', coversWholeFile: true, ...maria }],
  });
});

test('under a policy of ICP-Brasil the dictionary bears the names that the policy demands, and is read', async () => {
  const options = { ...maria, rules: 'ICP-Brasil' } as const;
  const signed = await signPdf(tablePdf(onePage()), options, makeCms);
  if (!signed.ok) throw new Error(signed.error);
  expect(fromUtf8(signed.value)).toContain('/Filter /PBAD_PAdES /SubFilter /PBAD.PAdES');
  expect(await timesOf(signed.value)).toEqual([maria.signingTime]);
});

test('the widget is invisible, printable and has an empty appearance', async () => {
  const document = await openPdf(await sign(tablePdf(onePage())));
  const [field] = await document.array((await form(document)).entries.get('Fields'));
  const widget = await document.dict(field);
  expect(serialize(widget)).toMatch(/\/Subtype \/Widget .* \/F 132 \/Rect \[0 0 0 0\] /);
  const appearance = await document.dict(widget.entries.get('AP'));
  const normal = await document.resolve(appearance.entries.get('N'));
  expect(normal).toMatchObject({ kind: 'stream', data: new Uint8Array(0) });
});

test('a form that is there keeps its entries, and the new field gets a name of its own', async () => {
  const document = await openPdf(await sign(tablePdf(indirectForm)));
  const kept = await form(document);
  expect(kept.entries.get('SigFlags')).toBe(3);
  expect(kept.entries.has('DA')).toBe(true);
  const [text, field] = await document.array(kept.entries.get('Fields'));
  expect(serialize(await document.dict(text))).toContain('/T (Signature1)');
  expect(serialize(await document.dict(field))).toContain('/T (Signature2)');
});

test('an update begins on a line of its own', async () => {
  const original = tablePdf(onePage()).slice(0, -1);
  expect((await sign(original))[original.length]).toBe(10);
});

test('the first page is found below nested page trees', async () => {
  const pdf = tablePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 5 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  ]);
  const document = await openPdf(await sign(pdf));
  const page = await document.resolve({ kind: 'ref', number: 3, generation: 0 });
  expect(isDict(page) && page.entries.has('Annots')).toBe(true);
});

test('page trees and forms of any width are read', async () => {
  const many = (first: string) => `[${first} ${'null '.repeat(300_000)}]`;
  const pdf = tablePdf([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
    `<< /Type /Pages /Kids ${many('3 0 R')} /Count 1 >>`,
    '<< /Type /Page /Parent 2 0 R >>',
    `<< /T (form) /Kids ${many('')} >>`,
  ]);
  expect(await timesOf(await sign(pdf))).toEqual([maria.signingTime]);
});

test('a CMS larger than the room reserved gets more room', async () => {
  const pdf = tablePdf(onePage());
  const signed = await signPdf(pdf, { ...maria, reserve: 10 }, makeCms);
  expect(signed.ok && (await timesOf(signed.value))).toEqual([maria.signingTime]);
});

describe('what must not be signed is refused', () => {
  const reference = (permission: string) =>
    `/Reference [<< /TransformMethod /DocMDP /TransformParams << /P ${permission} >> >>]`;

  const fieldLock = (action: string) =>
    `/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action ${action} /Fields [] >> >>]`;

  const certified = (permission: string) =>
    tablePdf([
      ...onePage({ catalog: '/Perms << /DocMDP 4 0 R >>' }),
      `<< /Type /Sig ${reference(permission)} >>`,
    ]);

  const signedField = (field: string, signature: string) =>
    tablePdf([
      ...onePage({ catalog: '/AcroForm << /Fields [4 0 R] >>' }),
      `<< /FT /Sig /V << ${signature} >> ${field} >>`,
    ]);

  const waitingField = (field: string) =>
    tablePdf([
      ...onePage({ catalog: '/AcroForm << /Fields [4 0 R] >>', page: '/Annots [4 0 R]' }),
      `<< /FT /Sig /T (Signature1) /Subtype /Widget /Rect [0 0 9 9] /P 3 0 R ${field} >>`,
    ]);

  test.each<[string, Bytes]>([
    ['certified without permission to change', certified('1')],
    ['a signed field whose signature forbids changes', signedField('', reference('1'))],
    ['a signed field whose lock forbids changes', signedField('/Lock << /P 1 >>', '')],
    ['a signed field that locked all fields', signedField('', fieldLock('/All'))],
    ['a signed field that locked all fields but some', signedField('', fieldLock('/Exclude'))],
    ['a signed field whose lock is over all fields', signedField('/Lock << /Action /All >>', '')],
  ])('%s', async (_, pdf) => {
    expect(await signPdf(pdf, maria, makeCms)).toEqual({ ok: false, error: 'pdf-locked' });
  });

  test.each<[string, Bytes]>([
    ['certified with permission to sign', certified('2')],
    ['certified with permission to comment', certified('3')],
    ['a signed field that locked some fields', signedField('', fieldLock('/Include'))],
    ['a field with a lock that is not yet signed', waitingField('/Lock << /P 1 >>')],
  ])('%s is signed', async (_, pdf) => {
    expect((await signPdf(pdf, maria, makeCms)).ok).toBe(true);
  });

  test('encrypted', async () => {
    const signed = await signPdf(await pdfFile('encrypted.pdf'), maria, makeCms);
    expect(signed).toEqual({ ok: false, error: 'pdf-encrypted' });
  });

  test('not a PDF', async () => {
    expect(await signPdf(utf8('GIF89a'), maria, makeCms)).toEqual({
      ok: false,
      error: 'not-a-pdf',
    });
  });

  const pages = (tree: string) => tablePdf(['<< /Type /Catalog /Pages 2 0 R >>', tree]);

  test.each<[string, Bytes]>([
    ['a page tree without pages', pages('<< /Kids [] >>')],
    ['a page tree that contains itself', pages('<< /Kids [2 0 R] >>')],
    ['a page that is not an object of its own', pages('<< /Kids [<< /Type /Page >>] >>')],
    ['a page that is the form too', tablePdf(onePage({ catalog: '/AcroForm 3 0 R' }))],
    ['annotations that are no array', tablePdf(onePage({ page: '/Annots 5' }))],
    ['a form that is no dictionary', tablePdf(onePage({ catalog: '/AcroForm 5' }))],
    ['bytes before the header', concat(utf8(' '), tablePdf(onePage()))],
  ])('%s', async (_, pdf) => {
    expect(await signPdf(pdf, maria, makeCms)).toEqual({ ok: false, error: 'pdf-broken' });
  });

  test('what goes wrong while the CMS is made is not taken for a fault of the PDF', async () => {
    const failing = () => Promise.reject(new Error('locked'));
    await expect(signPdf(tablePdf(onePage()), maria, failing)).rejects.toThrow('locked');
  });
});
