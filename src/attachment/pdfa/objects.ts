import type { Bytes } from '../../base/bytes.ts';
import type { PdfDocument } from '../../pdf/document.ts';
import { isName, isStream, type PdfDict } from '../../pdf/objects.ts';
import { settle } from '../../pdf/refusal.ts';
import { type Budget, decodeStream } from '../../pdf/stream-data.ts';
import { nameAt } from './entries.ts';
import { actionContradictions, annotationContradictions } from './interaction.ts';
import type { Contradiction, PdfAFlavour } from './types.ts';
import type { Found } from './walk.ts';

/** Where the data of a stream lie in another file (ISO 32000-1 §7.3.8.2). */
const EXTERNAL = ['F', 'FFilter', 'FDecodeParms'];

/** What stands against the claim in one dictionary. */
export const objectContradictions = async (
  document: PdfDocument,
  found: Found,
  flavour: PdfAFlavour,
  budget: Budget,
): Promise<Contradiction[]> => {
  const { role, dict } = found;
  const { part } = flavour;
  const all: Contradiction[] = [
    ...(await actionContradictions(document, found, flavour)),
    ...(role === 'annotation' ? await annotationContradictions(document, dict, flavour) : []),
  ];
  if (found.isStream && EXTERNAL.some((key) => dict.entries.has(key))) all.push('external-data');
  if (found.isStream && (await usesLzw(document, dict))) all.push('lzw');
  if (part === 1 && (await isTransparent(document, found))) all.push('transparency');
  if (role === 'form') {
    if (dict.entries.get('NeedAppearances') === true) all.push('form-not-drawn');
    if (part !== 1 && dict.entries.has('XFA')) all.push('xfa-form');
  }
  if (role === 'embedded-files' && (await isForbiddenInside(document, dict, flavour, budget)))
    all.push('embedded-file');
  return all;
};

const usesLzw = async (document: PdfDocument, stream: PdfDict): Promise<boolean> => {
  const filter = await document.resolve(stream.entries.get('Filter'));
  const filters = Array.isArray(filter) ? filter : [filter];
  for (const entry of filters) {
    const each = isStream(entry) ? null : await document.resolve(entry);
    if (isName(each) && each.name === 'LZWDecode') return true;
  }
  return false;
};

const HEADER = '%PDF-';
const OPAQUE_BLENDING = new Set(['Normal', 'Compatible']);

/** ISO 19005-1 §6.4. */
const isTransparent = async (
  document: PdfDocument,
  { role, dict, isStream: inStream }: Found,
): Promise<boolean> => {
  if (role === 'group') return (await nameAt(document, dict, 'S')) === 'Transparency';
  if (inStream) return dict.entries.has('SMask');
  if (role !== 'graphics-state') return false;
  const mask = await document.resolve(dict.entries.get('SMask'));
  if (mask !== null && (await nameAt(document, dict, 'SMask')) !== 'None') return true;
  for (const key of ['CA', 'ca']) {
    const alpha = await document.resolve(dict.entries.get(key));
    if (typeof alpha === 'number' && alpha !== 1) return true;
  }
  return !OPAQUE_BLENDING.has((await nameAt(document, dict, 'BM')) || 'Normal');
};

/** `EF` of a file specification: part 1 forbids it, parts 2 and 4 want PDF/A inside, 3, 4e and 4f take anything. */
const isForbiddenInside = async (
  document: PdfDocument,
  files: PdfDict,
  { part, level }: PdfAFlavour,
  budget: Budget,
): Promise<boolean> => {
  if (part === 1) return true;
  if (part === 3 || level === 'e' || level === 'f') return false;
  for (const entry of files.entries.values()) {
    const file = await document.resolve(entry);
    if (!isStream(file)) continue;
    // One that cannot be unpacked says nothing of what it is.
    const content = await settle(() => decodeStream(file, budget));
    if (content.ok && !startsLikePdf(content.value)) return true;
  }
  return false;
};

const startsLikePdf = (content: Bytes): boolean =>
  String.fromCharCode(...content.subarray(0, HEADER.length)) === HEADER;
