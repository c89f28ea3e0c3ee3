import type { PdfDocument } from '../../pdf/document.ts';
import {
  isDict,
  isName,
  isString,
  type PdfDict,
  type PdfObject,
  textOf,
} from '../../pdf/objects.ts';
import { broken } from '../../pdf/refusal.ts';

/** A signature field that has a signature (ISO 32000-1 §12.7.4.5). */
export interface SignedField {
  field: PdfDict;
  /** The signature dictionary. */
  signature: PdfDict;
}

/** More than any real file has; each one costs a digest over the whole file. */
const MOST_SIGNATURES = 64;

interface Node {
  entry: PdfObject;
  inheritedType: PdfObject | undefined;
}

const rootFields = async (document: PdfDocument): Promise<PdfObject[]> => {
  const catalog = await document.catalog();
  const form = await document.resolve(catalog.entries.get('AcroForm'));
  return isDict(form) ? document.array(form.entries.get('Fields')) : [];
};

/** Names of the top-level fields. */
export const rootFieldNames = async (document: PdfDocument): Promise<Set<string>> => {
  const names = new Set<string>();
  for (const entry of await rootFields(document)) {
    const field = await document.resolve(entry);
    const title = isDict(field) ? await document.resolve(field.entries.get('T')) : null;
    if (isString(title)) names.add(textOf(title));
  }
  return names;
};

/** Every signature of the form's field tree once, in the tree's order. */
export const signedFields = async (document: PdfDocument): Promise<SignedField[]> => {
  const found = new Map<PdfDict, SignedField>();
  const seen = new Set<PdfDict>();
  const open: Node[] = (await rootFields(document)).map(withoutType).reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const field = await document.resolve(node.entry);
    if (!isDict(field) || seen.has(field)) continue;
    seen.add(field);
    const type = field.entries.get('FT') ?? node.inheritedType;
    const signed = isSignature(type) ? await signedField(document, field) : undefined;
    if (signed !== undefined) found.set(signed.signature, signed);
    if (found.size > MOST_SIGNATURES) throw broken();
    const kids = await document.array(field.entries.get('Kids'));
    for (const entry of kids.toReversed()) open.push({ entry, inheritedType: type });
  }
  return [...found.values()];
};

const withoutType = (entry: PdfObject): Node => ({ entry, inheritedType: undefined });

const isSignature = (type: PdfObject | undefined): boolean => isName(type) && type.name === 'Sig';

const signedField = async (
  document: PdfDocument,
  field: PdfDict,
): Promise<SignedField | undefined> => {
  const signature = await document.resolve(field.entries.get('V'));
  if (signature === null) return undefined;
  if (!isDict(signature)) throw broken();
  return { field, signature };
};
