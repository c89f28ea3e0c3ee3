import type { PdfDocument } from '../../pdf/document.ts';
import {
  dict,
  isRef,
  isWhole,
  name,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  textString,
  withEntry,
} from '../../pdf/objects.ts';
import { broken } from '../../pdf/refusal.ts';
import { serialize } from '../../pdf/serialize.ts';
import type { IncrementalUpdate } from '../../pdf/update.ts';
import { rootFieldNames } from './fields.ts';

/** SignaturesExist and AppendOnly (ISO 32000-1 §12.7.2). */
const SIG_FLAGS = 3;
/** Print and Locked (ISO 32000-1 §12.5.3). */
const PRINT_AND_LOCKED = 132;

/** Adds a field for a signature, as an invisible widget on the first page. */
export const addSignatureField = async (
  document: PdfDocument,
  update: IncrementalUpdate,
  signature: PdfRef,
): Promise<void> => {
  const page = await firstPage(document);
  const field = update.newRef();
  const widget = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(await unusedName(document)),
    V: signature,
    P: page,
    Rect: [0, 0, 0, 0],
    F: PRINT_AND_LOCKED,
    AP: dict({ N: addEmptyAppearance(update) }),
  });
  update.put(field, widget);
  await addToForm(document, update, field);
  await addToPage(document, update, page, field);
};

/** PDF/A wants an appearance of every widget (ISO 19005-1 §6.5.3), also of one without extent. */
const addEmptyAppearance = (update: IncrementalUpdate): PdfRef => {
  const appearance = update.newRef();
  const form = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, 0, 0],
    Resources: dict({}),
    Length: 0,
  });
  update.putBody(appearance, `${serialize(form)}\nstream\n\nendstream`);
  return appearance;
};

const unusedName = async (document: PdfDocument): Promise<string> => {
  const used = await rootFieldNames(document);
  let number = 1;
  while (used.has(`Signature${number}`)) number++;
  return `Signature${number}`;
};

/** The first leaf of the page tree (ISO 32000-1 §7.7.3). */
const firstPage = async (document: PdfDocument): Promise<PdfRef> => {
  const catalog = await document.catalog();
  const open: (PdfObject | undefined)[] = [catalog.entries.get('Pages')];
  const seen = new Set<PdfDict>();
  for (let entry = open.pop(); isRef(entry); entry = open.pop()) {
    const node = await document.dict(entry);
    if (seen.has(node)) throw broken();
    seen.add(node);
    if (!node.entries.has('Kids')) return entry;
    for (const kid of (await document.array(node.entries.get('Kids'))).toReversed()) open.push(kid);
  }
  throw broken();
};

/**
 * Appends to an array. One that is an object of its own is replaced there; else the new array is
 * given back for the entry of its owner.
 */
const appendTo = async (
  document: PdfDocument,
  update: IncrementalUpdate,
  entry: PdfObject | undefined,
  item: PdfRef,
): Promise<PdfObject[] | undefined> => {
  const items = [...(await document.array(entry)), item];
  if (!isRef(entry) || (await document.resolve(entry)) === null) return items;
  update.put(entry, items);
  return undefined;
};

const addToForm = async (
  document: PdfDocument,
  update: IncrementalUpdate,
  field: PdfRef,
): Promise<void> => {
  const catalog = await document.catalog();
  const entry = catalog.entries.get('AcroForm');
  const known = await document.resolve(entry);
  const form = known === null ? dict({}) : await document.dict(entry);
  const flags = await document.resolve(form.entries.get('SigFlags'));
  const flagged = withEntry(form, 'SigFlags', (isWhole(flags) ? flags : 0) | SIG_FLAGS);
  const fields = await appendTo(document, update, form.entries.get('Fields'), field);
  const changed = fields === undefined ? flagged : withEntry(flagged, 'Fields', fields);
  if (isRef(entry) && known !== null) update.put(entry, changed);
  else update.put(document.root, withEntry(catalog, 'AcroForm', changed));
};

const addToPage = async (
  document: PdfDocument,
  update: IncrementalUpdate,
  page: PdfRef,
  field: PdfRef,
): Promise<void> => {
  const entries = await document.dict(page);
  const annotations = await appendTo(document, update, entries.entries.get('Annots'), field);
  if (annotations !== undefined) update.put(page, withEntry(entries, 'Annots', annotations));
};
