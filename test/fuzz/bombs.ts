import { deflateSync } from 'node:zlib';
import type { Bytes } from '../../src/base/bytes.ts';
import { latin1, pdfa, stream } from '../support/pdfa.ts';

const UNFOLDED_BYTES = 100_000_000;

/** Few bytes that unfold to many: what they begin with, then blanks. */
const folded = (begin: string): string => {
  const data = Buffer.alloc(UNFOLDED_BYTES, ' ');
  data.write(begin, 'latin1');
  return deflateSync(data).toString('latin1');
};

const bomb = (begin: string, entries = ''): string =>
  stream(folded(begin), `/Filter /FlateDecode ${entries}`);

/** An object as a cross-reference stream with `/W [1 4 1]` tells of it: in use at an offset. */
const at = (offset: number): string =>
  String.fromCharCode(1, ...[24, 16, 8, 0].map((shift) => (offset >> shift) & 0xff), 0);
const FREE = '\0'.repeat(6);
/** Packed into object 2. */
const PACKED = '\x02\0\0\0\x02\0';

const XREF = '/Type /XRef /Size 4 /Root 1 0 R /W [1 4 1]';

/** The catalog lies in an object stream that unfolds. */
const objectStream = (): Bytes => {
  const header = '%PDF-1.5\n';
  const body = `${header}2 0 obj\n${bomb('1 0 << /Type /Catalog >>', '/Type /ObjStm /N 1 /First 4')}\nendobj\n`;
  const entries = FREE + PACKED + at(header.length) + at(body.length);
  const xref = `3 0 obj\n${stream(entries, XREF)}\nendobj\n`;
  return latin1(`${body}${xref}startxref\n${body.length}\n%%EOF\n`);
};

/** The cross-reference stream itself unfolds. */
const crossReferences = (): Bytes => {
  const header = '%PDF-1.5\n';
  const xref = `3 0 obj\n${bomb(FREE.repeat(3) + at(header.length), XREF)}\nendobj\n`;
  return latin1(`${header}${xref}startxref\n${header.length}\n%%EOF\n`);
};

/** PDFs of some 100 kB with streams that unfold to 100 MB, at each place where a reader unfolds one. */
export const bombs: Bytes[] = [
  objectStream(),
  crossReferences(),
  pdfa({ page: '/Contents 5 0 R', objects: [bomb('1 0 0 rg ')] }),
  pdfa({ xmp: folded('<?xpacket'), metadata: '/Filter /FlateDecode' }),
];
