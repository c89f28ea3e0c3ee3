import { readFile } from 'node:fs/promises';
import { type Bytes, concat, utf8 } from '../../src/base/bytes.ts';
import { signDetachedForPdf } from '../../src/signing/cms/sign.ts';
import { verifySignedData } from '../../src/signing/cms/verify.ts';
import type { VerifyCms } from '../../src/signing/pdf/verify.ts';
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

const entry = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

/** Objects 1, 2, 3, … with a classic table after them. */
export const tablePdf = (objects: string[], trailer = ''): Bytes => {
  let text = HEADER;
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((body, i) => {
    table += entry(text.length);
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`;
  return utf8(`${text}${table}${end}startxref\n${text.length}\n%%EOF\n`);
};

/** Adds a revision with one changed or new object. */
export const withRevision = (pdf: Bytes, number: number, body: string): Bytes => {
  const text = new TextDecoder('latin1').decode(pdf);
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const object = `${number} 0 obj\n${body}\nendobj\n`;
  const table = `xref\n${number} 1\n${entry(pdf.length)}`;
  const trailer = `trailer\n<< /Size ${number + 20} /Root 1 0 R /Prev ${previous} >>\n`;
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

/** The CMS of a PDF signature by the person `ecpf` of the synthetic certificates. */
export const makeCms = async (signedBytes: Bytes): Promise<Bytes> =>
  signDetachedForPdf(signedBytes, keys, icpChain, { now: Date.UTC(2030, 0, 1), level: 'AD-RB' });

/** Verifies a CMS with the synthetic certificates; where no time is claimed, as of 2030. */
export const verifyCms: VerifyCms = (cms, signedBytes, signingTime) =>
  verifySignedData(cms, icpTrust, {
    content: signedBytes,
    now: signingTime ?? Date.UTC(2030, 0, 1),
  });
