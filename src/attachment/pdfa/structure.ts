import type { PdfDocument } from '../../pdf/document.ts';
import { isDict, type PdfDict } from '../../pdf/objects.ts';
import type { Contradiction, PdfAFlavour } from './types.ts';

/** `%PDF-1.7`, the end of the line, and a comment of four bytes above 127 (ISO 19005-1 §6.1.2). */
const HEAD_BYTES = 32;
const HEADER = /^%PDF-(\d\.\d)[ \t]*(?:\r\n|\r|\n)?/;
const BINARY_MARK = /^%[\x80-\xff]{4}/;

/** What stands against the claim in the header, the trailer and the catalog. */
export const structureContradictions = async (
  document: PdfDocument,
  { part, level }: PdfAFlavour,
  metadata: PdfDict,
): Promise<Contradiction[]> => {
  const catalog = await document.catalog();
  const { form, trailer } = document.xref;
  const found: Contradiction[] = [...headContradictions(document, part)];
  if (!trailer.entries.has('ID')) found.push('no-file-id');
  if (part === 1) {
    if (form === 'stream' || trailer.entries.has('XRefStm')) found.push('xref-stream');
    if (metadata.entries.has('Filter')) found.push('metadata-packed');
    if (catalog.entries.has('OCProperties')) found.push('layers');
  }
  if (level === 'a' && !(await isTagged(document, catalog))) found.push('not-tagged');
  return found;
};

const headContradictions = (document: PdfDocument, part: PdfAFlavour['part']): Contradiction[] => {
  const bytes = document.bytes.subarray(0, HEAD_BYTES);
  const head = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const [line = '', version = ''] = HEADER.exec(head) ?? [];
  const found: Contradiction[] = [];
  if (version.startsWith('2') !== (part === 4)) found.push('wrong-version');
  if (!BINARY_MARK.test(head.slice(line.length))) found.push('no-binary-mark');
  return found;
};

const isTagged = async (document: PdfDocument, catalog: PdfDict): Promise<boolean> => {
  const mark = await document.resolve(catalog.entries.get('MarkInfo'));
  return (
    isDict(mark) && mark.entries.get('Marked') === true && catalog.entries.has('StructTreeRoot')
  );
};
