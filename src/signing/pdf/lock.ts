import type { PdfDocument } from '../../pdf/document.ts';
import { isDict, isName, type PdfDict } from '../../pdf/objects.ts';
import { signedFields } from './fields.ts';

const NO_CHANGES = 1;

/**
 * Whether an earlier signature forbids any change: a certification with DocMDP P=1
 * (ISO 32000-1 §12.8.2.2), or a signed field whose lock says so (ISO 32000-2 §12.7.5.5).
 */
export const isLocked = async (document: PdfDocument): Promise<boolean> => {
  const signed = await signedFields(document);
  const certification = await certificationOf(document);
  const signatures = signed.map(({ signature }) => signature);
  if (certification !== undefined) signatures.push(certification);
  for (const signature of signatures) if (await forbidsChanges(document, signature)) return true;
  for (const { field } of signed) {
    const lock = await document.resolve(field.entries.get('Lock'));
    if (isDict(lock) && lock.entries.get('P') === NO_CHANGES) return true;
  }
  return false;
};

const certificationOf = async (document: PdfDocument): Promise<PdfDict | undefined> => {
  const catalog = await document.catalog();
  const permissions = await document.resolve(catalog.entries.get('Perms'));
  if (!isDict(permissions)) return undefined;
  const certification = await document.resolve(permissions.entries.get('DocMDP'));
  return isDict(certification) ? certification : undefined;
};

const forbidsChanges = async (document: PdfDocument, signature: PdfDict): Promise<boolean> => {
  for (const entry of await document.array(signature.entries.get('Reference'))) {
    const reference = await document.dict(entry);
    const method = reference.entries.get('TransformMethod');
    if (!isName(method) || method.name !== 'DocMDP') continue;
    const parameters = await document.resolve(reference.entries.get('TransformParams'));
    if (isDict(parameters) && parameters.entries.get('P') === NO_CHANGES) return true;
  }
  return false;
};
