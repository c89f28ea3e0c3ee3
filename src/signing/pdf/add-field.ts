import type { PdfDocument } from '../../pdf/document.ts';
import {
  dict,
  isRef,
  isWhole,
  name,
  type PdfObject,
  type PdfRef,
  textString,
  withEntry,
} from '../../pdf/objects.ts';
import { insideView, inUserSpace, type PageView, pageView } from '../../pdf/page-view.ts';
import { type PdfPage, pageAt } from '../../pdf/pages.ts';
import type { IncrementalUpdate } from '../../pdf/update.ts';
import { rootFieldNames } from './fields.ts';
import { addStampAppearance, type Stamp } from './stamp.ts';

/** SignaturesExist and AppendOnly (ISO 32000-1 §12.7.2). */
const SIG_FLAGS = 3;
/** Print and Locked (ISO 32000-1 §12.5.3). */
const PRINT_AND_LOCKED = 132;

/**
 * Adds a field for a signature: a widget with a stamp, or an invisible one on the first page. Fields
 * that wait for a signature stay as they are: whose they are, nobody knows.
 */
export const addSignatureField = async (
  document: PdfDocument,
  update: IncrementalUpdate,
  signature: PdfRef,
  stamp: Stamp | undefined,
): Promise<void> => {
  const page = await pageAt(document, stamp?.page ?? 0);
  const seen = stamp
    ? await visible(update, stamp, await pageView(document, page.attributes))
    : invisible(update);
  const field = update.newRef();
  const widget = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(await unusedName(document)),
    V: signature,
    P: page.ref,
    F: PRINT_AND_LOCKED,
    ...seen,
  });
  update.put(field, widget);
  await addToForm(document, update, field);
  await addToPage(document, update, page, field);
};

/** PDF/A wants an appearance of every widget (ISO 19005-1 §6.5.3), also of one without extent. */
const invisible = (update: IncrementalUpdate) => {
  const form = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 0, 0] };
  const appearance = update.addStream({ ...form, Resources: dict({}) }, new Uint8Array(0));
  return { Rect: [0, 0, 0, 0], AP: dict({ N: appearance }) };
};

/** `/TU` is what a screen reader says in its place (ISO 32000-1 §14.9.3). */
const visible = async (update: IncrementalUpdate, { box, lines }: Stamp, view: PageView) => {
  const place = insideView(view, box);
  const appearance = await addStampAppearance(update, lines, place, view.rotation);
  return {
    Rect: [...inUserSpace(view, place)],
    AP: dict({ N: appearance }),
    TU: textString(lines.join(', ')),
  };
};

const unusedName = async (document: PdfDocument): Promise<string> => {
  const used = await rootFieldNames(document);
  let number = 1;
  while (used.has(`Signature${number}`)) number++;
  return `Signature${number}`;
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
  { ref, dict }: PdfPage,
  field: PdfRef,
): Promise<void> => {
  const annotations = await appendTo(document, update, dict.entries.get('Annots'), field);
  if (annotations !== undefined) update.put(ref, withEntry(dict, 'Annots', annotations));
};
