import type { PdfDocument } from '../../pdf/document.ts';
import { isName, type PdfDict } from '../../pdf/objects.ts';

/** The name that an entry is or refers to; `''` where there is none. */
export const nameAt = async (
  document: PdfDocument,
  dict: PdfDict,
  key: string,
): Promise<string> => {
  const entry = await document.resolve(dict.entries.get(key));
  return isName(entry) ? entry.name : '';
};
