import { readFile } from 'node:fs/promises';
import { type Bytes, concat, utf8 } from '../../src/base/bytes.ts';
import { signDetachedForPdf } from '../../src/signing/cms/sign.ts';
import { signPdf } from '../../src/signing/pdf/sign.ts';
import { verifyPdf } from '../../src/signing/pdf/verify.ts';
import { icpChain, icpKeys, icpTrust } from './icp.ts';

const keys = await icpKeys('ecpf');

/** A file of `test/fixtures/pdf`. */
export const pdfFile = async (file: string): Promise<Bytes> =>
  new Uint8Array(await readFile(new URL(`../fixtures/pdf/${file}`, import.meta.url)));

// The others are written by hand: what makes each one special can be read where it is made.

const HEADER = '%PDF-1.4\n';

/** A document of one empty page: catalog 1, page tree 2, page 3. */
export const onePage = (special: { catalog?: string; page?: string } = {}): string[] => [
  `<< /Type /Catalog /Pages 2 0 R ${special.catalog ?? ''} >>`,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] ${special.page ?? ''} >>`,
];

const entry = (offset: number, generation = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`;

/** Objects 1, 2, 3, … with a classic table after them. */
export const tablePdf = (objects: string[], trailer = ''): Bytes => tableOf(objects, { trailer });

const tableOf = (
  objects: string[],
  { trailer = '', header = HEADER, generation = 0, endOfLine = '\n', indent = '' },
): Bytes => {
  const lines = (text: string) => text.replaceAll('\n', endOfLine);
  let text = lines(header);
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((body, i) => {
    table += entry(text.length, generation);
    text += lines(`${indent}${i + 1} ${generation} obj\n${body}\nendobj\n`);
  });
  // An entry takes 20 bytes whatever the end of line is (ISO 32000-1 §7.5.4).
  table = table.replaceAll(' \n', endOfLine.length === 2 ? '\n' : ' \n');
  const root = `/Root 1 ${generation} R`;
  const end = `trailer\n<< /Size ${objects.length + 1} ${root} ${trailer} >>\n`;
  return utf8(
    `${text}${lines(`${indent}${table}${end}startxref\n`)}${text.length}${lines('\n%%EOF\n')}`,
  );
};

/** Everything packed into an object stream, behind it a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). */
export const objectStreamPdf = (objects: string[]): Bytes => {
  const container = objects.length + 1;
  const offsets = objects.map((_, i) => objects.slice(0, i).join(' ').length + Math.min(i, 1));
  const pairs = offsets.map((offset, i) => `${i + 1} ${offset} `).join('');
  const packed = `${pairs}${objects.join(' ')}`;
  const head = `<< /Type /ObjStm /N ${objects.length} /First ${pairs.length} /Length ${packed.length} >>`;
  const text = `${HEADER}${container} 0 obj\n${head}\nstream\n${packed}\nendstream\nendobj\n`;
  const entries = [
    [0, 0, 0, 0],
    ...objects.map((_, i) => [2, 0, container, i]),
    [1, 0, HEADER.length, 0],
    [1, text.length >> 8, text.length & 255, 0],
  ];
  const dict = `<< /Type /XRef /Size ${container + 2} /Root 1 0 R /W [1 2 1] /Length ${4 * entries.length} >>`;
  return concat(
    utf8(`${text}${container + 1} 0 obj\n${dict}\nstream\n`),
    Uint8Array.from(entries.flat()),
    utf8(`\nendstream\nendobj\nstartxref\n${text.length}\n%%EOF\n`),
  );
};

/** Adds a revision with one changed or new object. */
export const withRevision = (pdf: Bytes, number: number, body: string): Bytes => {
  const text = new TextDecoder('latin1').decode(pdf);
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1];
  const object = `${number} 0 obj\n${body}\nendobj\n`;
  const table = `xref\n${number} 1\n${entry(pdf.length)}`;
  const trailer = `trailer\n<< /Size ${number + 20} /Root ${root} /Prev ${previous} >>\n`;
  const end = `startxref\n${pdf.length + object.length}\n%%EOF\n`;
  return concat(pdf, utf8(object + table + trailer + end));
};

/**
 * A hybrid file (ISO 32000-1 §7.5.8.4): the form, object 4, is packed into object 5 and known only
 * to the cross-reference stream 6; the table calls it free.
 */
export const hybridPdf = (): Bytes => {
  const packed = '4 0 << /Fields [] /NeedAppearances true >>';
  const objects = onePage({ catalog: '/AcroForm 4 0 R' });
  let text = HEADER;
  const offsets = [0];
  const add = (number: number, body: string) => {
    offsets[number] = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  };
  objects.forEach((body, i) => {
    add(i + 1, body);
  });
  add(
    5,
    `<< /Type /ObjStm /N 1 /First 4 /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
  );
  // Type 2: packed, in object 5, at index 0.
  const hidden = '\x02\x00\x05\x00';
  add(
    6,
    `<< /Type /XRef /Size 7 /W [1 2 1] /Index [4 1] /Length 4 >>\nstream\n${hidden}\nendstream`,
  );
  const table = [
    'xref\n0 7\n0000000004 65535 f \n',
    ...[1, 2, 3].map((number) => entry(offsets[number] ?? 0)),
    '0000000000 00000 f \n',
    ...[5, 6].map((number) => entry(offsets[number] ?? 0)),
  ].join('');
  const trailer = `trailer\n<< /Size 7 /Root 1 0 R /XRefStm ${offsets[6]} >>\n`;
  return utf8(`${text}${table}${trailer}startxref\n${text.length}\n%%EOF\n`);
};

/** A cross-reference stream 3 and the catalog 1 packed into object 2, with what a hostile hand may write there. */
export const packedPdf = ({
  widths = '[1 2 1]',
  index = '[0 4]',
  container = 2,
  packedNumber = 1,
  count = 1,
} = {}): Bytes => {
  const packed = `${packedNumber} 0 << /Type /Catalog /Pages null >>`;
  const head = `2 0 obj\n<< /Type /ObjStm /N ${count} /First 4 /Length ${packed.length} >>\nstream\n`;
  const text = `${HEADER}${head}${packed}\nendstream\nendobj\n`;
  const entries = [
    [0, 0, 0, 0],
    [2, 0, container, 0],
    [1, 0, HEADER.length, 0],
    [1, 0, text.length, 0],
  ];
  const data = Uint8Array.from(entries.flat());
  const dict = `<< /Type /XRef /Size 4 /Root 1 0 R /W ${widths} /Index ${index} /Length ${data.length} >>`;
  return concat(
    utf8(`${text}3 0 obj\n${dict}\nstream\n`),
    data,
    utf8(`\nendstream\nendobj\nstartxref\n${text.length}\n%%EOF\n`),
  );
};

/** A page and a form whose fields and annotations are objects of their own. */
export const indirectForm = [
  ...onePage({ catalog: '/AcroForm 4 0 R', page: '/Annots 6 0 R' }),
  '<< /Fields 5 0 R /SigFlags 1 /DA (/Helv 0 Tf) >>',
  '[7 0 R]',
  '[7 0 R]',
  '<< /FT /Tx /T (Signature1) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /P 3 0 R >>',
];

const waitingField = [
  ...onePage({ catalog: '/AcroForm << /Fields [4 0 R] >>', page: '/Annots [4 0 R]' }),
  '<< /FT /Sig /T (Prefeito) /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /P 3 0 R >>',
];

const inherited = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 300 200] /Rotate 90 >>',
  '<< /Type /Page /Parent 4 0 R >>',
  '<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 /CropBox [10 10 290 190] >>',
];

const generationThree = (objects: string[]) =>
  objects.map((body) => body.replaceAll(' 0 R', ' 3 R'));

const updatedLinearized = async () =>
  withRevision(await pdfFile('linearized-table.pdf'), 400, '(more)');

const withStream = (length: number) => [
  ...onePage(),
  `<< /Length ${length} >>\nstream\n${'x'.repeat(length)}\nendstream`,
];

/** Every structure of a PDF that is signed, by what is special in it. */
export const STRUCTURES: [structure: string, pdf: () => Promise<Bytes> | Bytes][] = [
  ['a classic table', () => tablePdf(onePage())],
  ['a classic table, PDF 1.3', () => pdfFile('table-1.3.pdf')],
  ['PDF 2.0', () => tableOf(onePage(), { header: '%PDF-2.0\n' })],
  ['lines that end in CR and LF', () => tableOf(onePage(), { endOfLine: '\r\n' })],
  ['generation numbers', () => tableOf(generationThree(indirectForm), { generation: 3 })],
  ['offsets that point to white space', () => tableOf(indirectForm, { indent: ' \n' })],
  ['object streams', () => pdfFile('pdf-lib-streams.pdf')],
  ['a cross-reference stream with a predictor', () => pdfFile('predictor.pdf')],
  ['a form in an object stream', () => objectStreamPdf(indirectForm)],
  ['linearized, tables', () => pdfFile('linearized-table.pdf')],
  ['linearized, streams', () => pdfFile('linearized-streams.pdf')],
  ['hybrid', hybridPdf],
  ['form, fields and annotations as objects of their own', () => tablePdf(indirectForm)],
  ['a field that waits for a signature', () => tablePdf(waitingField)],
  ['attributes that pages inherit', () => tablePdf(inherited)],
  ['an update before', () => withRevision(tablePdf(onePage()), 4, '(more)')],
  ['an update of a linearized file', updatedLinearized],
  ['a signature by another program', () => pdfFile('signed-by-poppler.pdf')],
  ['junk after the end', () => concat(tablePdf(onePage()), utf8('\r\n<html>'))],
  ['no line end at the end', () => tablePdf(onePage()).subarray(0, -1)],
  ['PDF/A-1b', () => pdfFile('pdfa-1b.pdf')],
  ['PDF/A-2b in object streams', () => pdfFile('pdfa-2b.pdf')],
  ['more than 10 MB', () => tablePdf(withStream(11_000_000))],
];

/** The CMS of a PDF signature by the person `ecpf` of the synthetic certificates. */
export const makeCms = async (signedBytes: Bytes): Promise<Bytes> =>
  signDetachedForPdf(signedBytes, keys, icpChain, { now: Date.UTC(2030, 0, 1), level: 'AD-RB' });

/** Verifies a PDF with the synthetic certificates; where no time is claimed, as of 2030. */
export const verifyIcpPdf = (pdf: Bytes) => verifyPdf(pdf, icpTrust, Date.UTC(2030, 0, 1));

/** The file with the last occurrence of a text replaced by one that takes as much room. */
export const replaced = (file: Bytes, from: string, to: string | Bytes): Bytes => {
  const at = new TextDecoder('latin1').decode(file).lastIndexOf(from);
  const bytes = typeof to === 'string' ? utf8(to.padEnd(from.length)) : to;
  return concat(file.subarray(0, at), bytes, file.subarray(at + from.length));
};

/** Signs a file in which something is written that our own writer would not write, or not sign. */
export const signReplaced = async (
  pdf: Bytes,
  from: string,
  to: string,
  make: (signedBytes: Bytes) => Promise<Bytes>,
): Promise<Bytes> => {
  const options = { signingTime: Date.UTC(2030, 0, 1), name: 'João' };
  const signed = await signPdf(pdf, options, (bytes) => make(replaced(bytes, from, to)));
  if (!signed.ok) throw new Error(signed.error);
  return replaced(signed.value, from, to);
};
