import { isDict, isRef, type PdfObject } from '../../../pdf/objects.ts';
import { hasType } from '../../../pdf/parse.ts';
import type { Comparison } from './comparison.ts';
import { differingKeys, sameObject } from './same-object.ts';

/** Whether pages gained nothing but the widgets of further signatures. */
export const explainPages = async (comparison: Comparison): Promise<boolean> => {
  const { before: old, after: young, changed, explained } = comparison;
  for (const [number, { before, after }] of changed) {
    if (isDict(before) && isDict(after) && hasType(before, 'Page')) {
      if (!differingKeys(before, after).every((key) => key === 'Annots')) return false;
      const was = await old.array(before.entries.get('Annots'));
      const is = await young.array(after.entries.get('Annots'));
      if (!gainsWidgetsOnly(comparison, was, is)) return false;
      explained.add(number);
    } else if (isListOfAnnotations(comparison, number)) {
      if (!Array.isArray(before) || !Array.isArray(after)) return false;
      if (!gainsWidgetsOnly(comparison, before, after)) return false;
      explained.add(number);
    }
  }
  return true;
};

/** Whether an object is what a page, and nothing else, names as its annotations. */
const isListOfAnnotations = ({ references }: Comparison, number: number): boolean => {
  const [reference, ...others] = references.get(number) ?? [];
  return reference?.key === 'Annots' && others.length === 0;
};

const gainsWidgetsOnly = ({ widgets }: Comparison, old: PdfObject[], young: PdfObject[]): boolean =>
  sameObject(old, young.slice(0, old.length)) &&
  young.slice(old.length).every((item) => isRef(item) && widgets.has(item.number));
