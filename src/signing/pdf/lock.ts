import type { PdfDocument } from '../../pdf/document.ts';
import { isDict, isName, type PdfDict } from '../../pdf/objects.ts';
import { signedFields } from './fields.ts';

const NO_CHANGES = 1;
/** Locks every field, or every one but some: a field that is added is then locked too. */
const LOCK_NEW_FIELDS = new Set(['All', 'Exclude']);

/**
 * Whether an earlier signature forbids another one in a field of its own: a certification with
 * DocMDP P=1 (ISO 32000-1 §12.8.2.2), a FieldMDP over all fields (§12.8.2.4), or a signed field
 * whose lock says either (ISO 32000-2 §12.7.5.5).
 */
export const isLocked = async (document: PdfDocument): Promise<boolean> => {
  const signed = await signedFields(document);
  const certification = await certificationOf(document);
  const restrictions: PdfDict[] = [];
  for (const signature of [...signed.map(({ signature }) => signature), certification])
    if (signature !== undefined) restrictions.push(...(await transformsOf(document, signature)));
  for (const { field } of signed) {
    const lock = await document.resolve(field.entries.get('Lock'));
    if (isDict(lock)) restrictions.push(lock);
  }
  for (const each of restrictions) if (await forbidsNewField(document, each)) return true;
  return false;
};

const certificationOf = async (document: PdfDocument): Promise<PdfDict | undefined> => {
  const catalog = await document.catalog();
  const permissions = await document.resolve(catalog.entries.get('Perms'));
  if (!isDict(permissions)) return undefined;
  const certification = await document.resolve(permissions.entries.get('DocMDP'));
  return isDict(certification) ? certification : undefined;
};

/** The parameters of what a signature forbids to change: DocMDP's and FieldMDP's. */
const transformsOf = async (document: PdfDocument, signature: PdfDict): Promise<PdfDict[]> => {
  const found: PdfDict[] = [];
  for (const entry of await document.array(signature.entries.get('Reference'))) {
    const reference = await document.dict(entry);
    const parameters = await document.resolve(reference.entries.get('TransformParams'));
    if (isDict(parameters)) found.push(parameters);
  }
  return found;
};

const forbidsNewField = async (document: PdfDocument, { entries }: PdfDict): Promise<boolean> => {
  const permission = await document.resolve(entries.get('P'));
  const action = await document.resolve(entries.get('Action'));
  return permission === NO_CHANGES || (isName(action) && LOCK_NEW_FIELDS.has(action.name));
};
