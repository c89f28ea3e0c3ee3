import {
  isDict,
  isName,
  isRef,
  isString,
  type PdfDict,
  type PdfObject,
  type PdfTarget,
} from '../../../pdf/objects.ts';
import { type Comparison, isReferredToOnce } from './comparison.ts';
import { differingKeys, sameObject } from './same-object.ts';

const FORM_KEYS = new Set(['Fields', 'SigFlags']);
/** Defaults for fields (ISO 32000-1 §12.7.2): without effect on what was there, where there were none. */
const FORM_DEFAULTS = new Set(['DR', 'DA']);

/** Whether a form gained nothing but signatures: in fields of their own, or in those that waited for them. */
export const explainForm = async (
  comparison: Comparison,
  oldEntry: PdfObject | undefined,
  youngEntry: PdfObject | undefined,
): Promise<boolean> => {
  const { before, after, explained } = comparison;
  const [known, young] = [await before.resolve(oldEntry), await after.resolve(youngEntry)];
  if (known === null && young === null) return true;
  const old: PdfTarget = known ?? { kind: 'dict', entries: new Map() };
  if (!isDict(old) || !isDict(young)) return false;
  const allowed = differingKeys(old, young).every(
    (key) => FORM_KEYS.has(key) || (FORM_DEFAULTS.has(key) && !old.entries.has(key)),
  );
  if (!allowed) return false;
  if (isRef(oldEntry)) explained.add(oldEntry.number);
  return explainFields(comparison, old.entries.get('Fields'), young.entries.get('Fields'));
};

const explainFields = async (
  comparison: Comparison,
  oldEntry: PdfObject | undefined,
  youngEntry: PdfObject | undefined,
): Promise<boolean> => {
  const { before, after, explained } = comparison;
  const [old, young] = [await before.array(oldEntry), await after.array(youngEntry)];
  if (!sameObject(old, young.slice(0, old.length))) return false;
  // An array that is read as something else, too, may not grow.
  if (isRef(oldEntry) && isReferredToOnce(comparison, oldEntry.number))
    explained.add(oldEntry.number);
  const seen = new Set<number>();
  for (const field of old)
    if (!(await explainField(comparison, field, NO_PARENT, seen))) return false;
  for (const field of young.slice(old.length))
    if (!(await isNewField(comparison, field))) return false;
  return true;
};

/** What a field has from those above it. */
interface Parent {
  depth: number;
  isSignature: boolean;
  /** Whether it was signed since. */
  isSigned: boolean;
}

const NO_PARENT: Parent = { depth: 0, isSignature: false, isSigned: false };
const DEEPEST = 32;

/** What signing writes into a field that was there for it, and into its widget. */
const SIGNING_KEYS = new Set(['V', 'AP', 'F', 'M', 'MK']);

/** A field that was there: it may have been signed since, or not have changed at all. */
const explainField = async (
  comparison: Comparison,
  entry: PdfObject,
  parent: Parent,
  seen: Set<number>,
): Promise<boolean> => {
  const { before, after, changed, explained } = comparison;
  if (isRef(entry) && seen.has(entry.number)) return true;
  if (isRef(entry)) seen.add(entry.number);
  const [old, young] = [await before.resolve(entry), await after.resolve(entry)];
  if (!isDict(old) || !isDict(young)) return true;
  const type = old.entries.get('FT');
  const isSignature = isName(type) ? type.name === 'Sig' : parent.isSignature;
  const isSigned = parent.isSigned || (isSignature && (await gainsValue(comparison, old, young)));
  if (isRef(entry) && changed.has(entry.number)) {
    const signs = isSigned && differingKeys(old, young).every((key) => SIGNING_KEYS.has(key));
    if (!signs || explained.has(entry.number)) return false;
    explained.add(entry.number);
  }
  const depth = parent.depth + 1;
  if (depth > DEEPEST) return false;
  for (const kid of await before.array(old.entries.get('Kids')))
    if (!(await explainField(comparison, kid, { depth, isSignature, isSigned }, seen)))
      return false;
  return true;
};

const gainsValue = async (
  { before, after }: Comparison,
  old: PdfDict,
  young: PdfDict,
): Promise<boolean> =>
  (await before.resolve(old.entries.get('V'))) === null &&
  isSignatureValue(await after.resolve(young.entries.get('V')));

const isSignatureValue = (value: PdfTarget): boolean =>
  isDict(value) && isString(value.entries.get('Contents')) && value.entries.has('ByteRange');

/** What a field or widget for a signature may have (ISO 32000-1 §12.7.3, §12.5.6.19): no action among it. */
const FIELD_KEYS = new Set(
  'Type Subtype FT T TU TM Ff V P Rect F AP AS MK DA DR Lock SV M NM Border BS H Parent Kids'.split(
    ' ',
  ),
);

/** A field that was added for a signature; one without a signature shows nothing. */
const isNewField = async (comparison: Comparison, entry: PdfObject): Promise<boolean> => {
  const { after, added, widgets } = comparison;
  const field = await after.resolve(entry);
  const type = isDict(field) ? field.entries.get('FT') : undefined;
  if (!isDict(field) || !isName(type) || type.name !== 'Sig') return false;
  const isSigned = isSignatureValue(await after.resolve(field.entries.get('V')));
  for (const part of [entry, ...(await after.array(field.entries.get('Kids')))]) {
    if (!isRef(part) || !added.has(part.number)) return false;
    const widget = await after.resolve(part);
    if (!isDict(widget) || (widget.entries.has('AP') && !isSigned)) return false;
    if (![...widget.entries.keys()].every((key) => FIELD_KEYS.has(key))) return false;
    widgets.add(part.number);
  }
  return true;
};
