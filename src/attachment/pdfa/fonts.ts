import type { PdfDocument } from '../../pdf/document.ts';
import { isDict, isStream, type PdfDict } from '../../pdf/objects.ts';
import { nameAt } from './entries.ts';

const FONT_FILES = ['FontFile', 'FontFile2', 'FontFile3'];
/** `ABCDEF+` before the name of a subset (ISO 32000-1 §9.6.4). */
const SUBSET = /^[A-Z]{6}\+/;
/** As many names as a person wants to read. */
const MOST_NAMES = 10;

/** Names of fonts whose program is not in the file (ISO 19005-1 §6.3.4), each once. */
export const namesOfMissing = async (
  document: PdfDocument,
  fonts: Iterable<PdfDict>,
): Promise<string[]> => {
  const missing = new Set<string>();
  for (const font of fonts) {
    if (await isEmbedded(document, font)) continue;
    const name = (await nameAt(document, font, 'BaseFont')).replace(SUBSET, '');
    missing.add(name || '?');
  }
  return [...missing].slice(0, MOST_NAMES);
};

const isEmbedded = async (document: PdfDocument, font: PdfDict): Promise<boolean> => {
  const kind = await nameAt(document, font, 'Subtype');
  // The glyphs of a Type 3 font are content streams of the file itself.
  if (kind === 'Type3') return true;
  if (kind !== 'Type0') return hasProgram(document, font);
  const [first] = await document.array(font.entries.get('DescendantFonts'));
  const descendant = await document.resolve(first);
  return isDict(descendant) && hasProgram(document, descendant);
};

const hasProgram = async (document: PdfDocument, font: PdfDict): Promise<boolean> => {
  const descriptor = await document.resolve(font.entries.get('FontDescriptor'));
  if (!isDict(descriptor)) return false;
  for (const key of FONT_FILES)
    if (isStream(await document.resolve(descriptor.entries.get(key)))) return true;
  return false;
};
