import { describe, expect, test } from 'vitest';
import { latin1, packet, pdfa, stream } from '../../../test/support/pdfa.ts';
import { pdfFile } from '../../../test/support/pdfs.ts';
import type { Bytes } from '../../base/bytes.ts';
import { claimOf } from './claim.ts';
import type { Contradiction } from './types.ts';

const told = async (pdf: Bytes) => {
  const claim = await claimOf(pdf);
  if (!claim.ok) throw new Error(claim.error);
  return claim.value;
};

const against = async (pdf: Bytes): Promise<Contradiction[]> => (await told(pdf)).contradictions;

describe('what a file claims to be', () => {
  test.each([
    ['pdfa-1b.pdf', 1],
    ['pdfa-2b.pdf', 2],
    ['pdfa-3b.pdf', 3],
  ])('%s, made by Ghostscript, claims its part and nothing contradicts it', async (file, part) => {
    expect(await told(await pdfFile(file))).toEqual({
      claims: { part, level: 'b' },
      contradictions: [],
      fonts: [],
    });
  });

  test('a PDF without metadata, or whose metadata say nothing of PDF/A, claims nothing', async () => {
    const nothing = { contradictions: [], fonts: [] };
    expect(await told(await pdfFile('table-1.3.pdf'))).toEqual(nothing);
    expect(await told(pdfa({ xmp: packet('<rdf:Description/>'), trailer: '' }))).toEqual(nothing);
  });

  test('an encrypted or broken file is refused with its reason', async () => {
    expect(await claimOf(await pdfFile('encrypted.pdf'))).toEqual({
      ok: false,
      error: 'pdf-encrypted',
    });
    expect(await claimOf(latin1('%PDF-1.4\nnothing'))).toEqual({ ok: false, error: 'pdf-broken' });
    expect(await claimOf(latin1('PK'))).toEqual({ ok: false, error: 'not-a-pdf' });
  });
});

/** Page content that is drawn with these resources; objects from 6 on. */
const drawn = (content: string, resources: string, ...objects: string[]) => ({
  page: `/Contents 5 0 R /Resources << ${resources} >>`,
  objects: [stream(content), ...objects],
});

const INTENT = (components: number) => ({
  catalog: '/OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 9 0 R >>]',
  profile: stream('icc', `/N ${components}`),
});

const withIntent = (components: number, content: string) => {
  const { catalog, profile } = INTENT(components);
  const page = drawn(content, '', 'null', 'null', 'null', profile);
  return { ...page, catalog };
};

const annotation = (body: string) => ({
  page: '/Annots [5 0 R]',
  objects: [`<< /Type /Annot /Rect [0 0 9 9] ${body} >>`],
});

const action = (body: string) => annotation(`/Subtype /Link /A << ${body} >>`);

const state = (body: string) => ({
  page: `/Resources << /ExtGState << /G 5 0 R >> >>`,
  objects: [`<< ${body} >>`],
});

type Case = [string, Contradiction, Parameters<typeof pdfa>[0]];

describe('each of these contradicts the claim, and is all that is found', () => {
  test.each<Case>([
    ['a header of PDF 2.0', 'wrong-version', { header: '%PDF-2.0\n%\xe2\xe3\xcf\xd3\n' }],
    [
      'part 4 under a header of PDF 1.7',
      'wrong-version',
      { part: 4, header: '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' },
    ],
    ['no bytes that mark it as binary', 'no-binary-mark', { header: '%PDF-1.4\n%abcd\n' }],
    ['no identification in the trailer', 'no-file-id', { trailer: '' }],
    ['part 1 with layers', 'layers', { part: 1, catalog: '/OCProperties << >>' }],
    [
      'level A without marked structure',
      'not-tagged',
      { level: 'A', catalog: '/MarkInfo << /Marked true >>' },
    ],
    [
      'data packed with LZW',
      'lzw',
      { catalog: '/X 5 0 R', objects: [stream('x', '/Filter [/ASCIIHexDecode /LZWDecode]')] },
    ],
    ['an image in the content packed with LZW', 'lzw', drawn('BI /W 1 /H 1 /F /LZW ID x EI', '')],
    [
      'data in another file',
      'external-data',
      { catalog: '/X 5 0 R', objects: [stream('', '/F (x.dat)')] },
    ],
    [
      'part 1 with any file inside',
      'embedded-file',
      { part: 1, catalog: '/X << /EF << /F 5 0 R >> >>', objects: [stream('%PDF-1.4')] },
    ],
    [
      'part 2 with a file inside that is no PDF',
      'embedded-file',
      { catalog: '/X << /EF << /F 5 0 R >> >>', objects: [stream('PK')] },
    ],
    [
      'a script at the opening',
      'javascript',
      { catalog: '/OpenAction << /S /JavaScript /JS (app.alert) >>' },
    ],
    [
      'a script of the document',
      'javascript',
      { catalog: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>' },
    ],
    ['a link that starts a program', 'forbidden-action', action('/S /Launch')],
    [
      'part 4 with a program that a page starts',
      'forbidden-action',
      { part: 4, level: '', page: '/AA << /O << /S /Launch >> >>' },
    ],
    [
      'an action that follows another',
      'forbidden-action',
      action('/S /URI /URI (x) /Next [<< /S /ImportData >>]'),
    ],
    ['a link that prints', 'forbidden-action', action('/S /Named /N /Print')],
    [
      'an action at the opening of a page',
      'automatic-action',
      { page: '/AA << /O << /S /URI /URI (x) >> >>' },
    ],
    [
      'an action at the closing of the document',
      'automatic-action',
      { part: 1, catalog: '/AA << >>' },
    ],
    ['a film', 'multimedia', annotation('/Subtype /Movie /AP << >>')],
    ['a model in three dimensions', 'multimedia', annotation('/Subtype /3D /AP << >>')],
    [
      'part 1 with a paper clip',
      'embedded-file',
      { part: 1, ...annotation('/Subtype /FileAttachment') },
    ],
    ['a note that is not drawn', 'annotation-without-appearance', annotation('/Subtype /Text')],
    [
      'part 1 with a field that is not drawn',
      'annotation-without-appearance',
      { part: 1, ...annotation('/Subtype /Widget') },
    ],
    [
      'a form that the reader has to draw',
      'form-not-drawn',
      { catalog: '/AcroForm << /Fields [] /NeedAppearances true >>' },
    ],
    ['an XFA form', 'xfa-form', { catalog: '/AcroForm << /Fields [] /XFA [] >>' }],
    ['colours without a profile', 'no-output-intent', drawn('1 0 0 rg 0 0 9 9 re f', '')],
    [
      'an image without a profile',
      'no-output-intent',
      drawn(
        '/I Do',
        '/XObject << /I 6 0 R >>',
        stream('', '/Subtype /Image /ColorSpace [/Indexed /DeviceRGB 0 <000000>]'),
      ),
    ],
    [
      'colours of a named space that is a device',
      'no-output-intent',
      drawn('/C cs', '/ColorSpace << /C /DeviceCMYK >>'),
    ],
    [
      'an image in the content without a profile',
      'no-output-intent',
      drawn('BI /W 1 /H 1 /CS /G ID x EI', ''),
    ],
    ['printing colours with a screen profile', 'other-output-intent', withIntent(3, '0 0 0 1 k')],
    ['part 1 with a half transparent state', 'transparency', { part: 1, ...state('/ca 0.5') }],
    ['part 1 with a blending', 'transparency', { part: 1, ...state('/BM /Multiply') }],
    [
      'part 1 with a soft mask',
      'transparency',
      { part: 1, ...state('/SMask << /S /Luminosity >>') },
    ],
    [
      'part 1 with a masked image',
      'transparency',
      { part: 1, catalog: '/X 5 0 R', objects: [stream('', '/SMask 5 0 R')] },
    ],
    [
      'part 1 with a transparent page',
      'transparency',
      { part: 1, page: '/Group << /S /Transparency >>' },
    ],
  ])('%s', async (_, contradiction, special) => {
    expect(await against(pdfa(special))).toEqual([contradiction]);
  });

  test('part 1 with cross-reference streams', async () => {
    // The other parts may have them: the same file claims part 2.
    const packed = await pdfFile('pdfa-2b.pdf');
    const text = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
    const asPart1 = latin1(text.replace("pdfaid:part='2'", "pdfaid:part='1'"));
    expect(await against(asPart1)).toEqual(['xref-stream']);
  });

  test('part 1 with packed metadata', async () => {
    const claim = '<a xmlns:p="http://www.aiim.org/pdfa/ns/id/" p:part="1" p:conformance="B"/>';
    const compressed = new Blob([claim]).stream().pipeThrough(new CompressionStream('deflate'));
    const data = Array.from(new Uint8Array(await new Response(compressed).arrayBuffer()));
    const xmp = String.fromCharCode(...data);
    expect(await against(pdfa({ xmp, metadata: '/Filter /FlateDecode' }))).toEqual([
      'metadata-packed',
    ]);
  });
});

describe('what a part allows contradicts nothing', () => {
  test.each<[string, Parameters<typeof pdfa>[0]]>([
    ['nothing but an empty page', {}],
    [
      'part 2 with layers and transparency',
      { catalog: '/OCProperties << >>', ...state('/ca 0.5') },
    ],
    [
      'part 3 with any file inside',
      { part: 3, catalog: '/X << /EF << /F 5 0 R >> >>', objects: [stream('PK')] },
    ],
    [
      'part 2 with a PDF inside',
      { catalog: '/X << /EF << /F 5 0 R >> >>', objects: [stream('%PDF-1.4')] },
    ],
    [
      'part 2 with a file inside that cannot be unpacked here',
      {
        catalog: '/X << /EF << /F 5 0 R >> >>',
        objects: [stream('0a', '/Filter /ASCIIHexDecode')],
      },
    ],
    [
      'part 4 with a script',
      { part: 4, level: '', catalog: '/OpenAction << /S /JavaScript /JS (1) >>' },
    ],
    [
      'level A with marked structure',
      { level: 'A', catalog: '/MarkInfo << /Marked true >> /StructTreeRoot << >>' },
    ],
    ['a link to a page of the web', action('/S /URI /URI (https://exemplo)')],
    [
      'an invisible field of a signature',
      { page: '/Annots [<< /Subtype /Widget /Rect [0 0 0 0] >>]' },
    ],
    ['colours of the profile', withIntent(3, '1 0 0 rg 0 g')],
    [
      'a default colour space in the place of the device',
      drawn('1 0 0 rg', '/ColorSpace << /DefaultRGB [/ICCBased 4 0 R] >>'),
    ],
    ['states that are opaque', { part: 1, ...state('/ca 1 /CA 1.0 /BM /Normal /SMask /None') }],
  ])('%s', async (_, special) => {
    expect(await against(pdfa(special))).toEqual([]);
  });
});

describe('fonts that are shown have to be in the file', () => {
  const ARIAL = '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Arial >>';
  const shown = (font: string, ...objects: string[]) =>
    pdfa(drawn('BT /F 12 Tf (a) Tj ET', '/Font << /F 6 0 R >>', font, ...objects));

  test('one that is not is told by its name', async () => {
    expect(await told(shown(ARIAL))).toEqual({
      claims: { part: 2, level: 'b' },
      contradictions: ['fonts-not-embedded'],
      fonts: ['Arial'],
    });
  });

  test('a composite one is told by what it is made of', async () => {
    const type0 = '<< /Type /Font /Subtype /Type0 /BaseFont /Noto /DescendantFonts [7 0 R] >>';
    const described = '<< /Subtype /CIDFontType2 /FontDescriptor << /FontFile2 8 0 R >> >>';
    expect((await told(shown(type0, '<< /Subtype /CIDFontType2 >>'))).fonts).toEqual(['Noto']);
    expect((await told(shown(type0, described, stream('ttf')))).fonts).toEqual([]);
  });

  test.each([
    ['drawn by the file itself', 'BT /F 12 Tf (a) Tj ET', '<< /Subtype /Type3 >>'],
    ['named but not used', 'BT /F 12 Tf ET', ARIAL],
    ['of the invisible text of a scanned page', 'BT 3 Tr /F 12 Tf (a) Tj ET', ARIAL],
  ])('not one %s', async (_, content, font) => {
    expect((await told(pdfa(drawn(content, '/Font << /F 6 0 R >>', font)))).fonts).toEqual([]);
  });

  test('also inside forms, in the appearance of notes, and again after invisible text', async () => {
    const inForm = drawn(
      '/X Do',
      '/XObject << /X 6 0 R >>',
      stream('BT /F 9 Tf (a) Tj ET', '/Subtype /Form /Resources << /Font << /F 7 0 R >> >>'),
      ARIAL,
    );
    const inNote = {
      page: '/Annots [<< /Subtype /Text /AP << /N 5 0 R >> >>]',
      objects: [stream('BT /F 9 Tf (a) Tj ET', '/Resources << /Font << /F 6 0 R >> >>'), ARIAL],
    };
    const after = drawn('q 3 Tr Q BT /F 9 Tf (a) Tj ET', '/Font << /F 6 0 R >>', ARIAL);
    for (const special of [inForm, inNote, after])
      expect((await told(pdfa(special))).fonts).toEqual(['Arial']);
  });
});

describe('a hostile file costs no more than its bounds', () => {
  test('forms that paint each other, and pages inside themselves, come to an end', async () => {
    const form = stream('/X Do', '/Subtype /Form /Resources << /XObject << /X 6 0 R >> >>');
    expect(await against(pdfa(drawn('/X Do', '/XObject << /X 6 0 R >>', form)))).toEqual([]);
    expect(await against(pdfa({ page: '/Kids [3 0 R 2 0 R]' }))).toEqual([]);
  });

  test('content that unpacks without end is given up, and the rest is told', async () => {
    const bomb = new Blob([new Uint8Array(33 * 1024 * 1024).fill(0x20), '1 0 0 rg']);
    const packed = bomb.stream().pipeThrough(new CompressionStream('deflate'));
    const data = new Uint8Array(await new Response(packed).arrayBuffer());
    const text = Array.from(data, (byte) => String.fromCharCode(byte)).join('');
    const objects = [stream(text, '/Filter /FlateDecode')];
    expect(await against(pdfa({ page: '/Contents 5 0 R', objects, trailer: '' }))).toEqual([
      'no-file-id',
    ]);
  });

  test('content that is no content says nothing', async () => {
    expect(await against(pdfa(drawn('1 0 0 rg )', '')))).toEqual(['no-output-intent']);
    expect(await against(pdfa(drawn(') 1 0 0 rg', '')))).toEqual([]);
  });
});
