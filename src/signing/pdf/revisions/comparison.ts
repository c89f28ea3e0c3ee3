import type { PdfDocument } from '../../../pdf/document.ts';
import { isDict, isRef, type PdfObject, type PdfTarget } from '../../../pdf/objects.ts';
import { type ObjectChanges, objectChanges } from './object-changes.ts';
import { type References, referencesIn } from './references.ts';

/** Two states of one file, and which of the changed objects are accounted for. */
export interface Comparison extends ObjectChanges {
  before: PdfDocument;
  after: PdfDocument;
  /** Of the state before. */
  references: References;
  /** Changed objects that differ in nothing but what further signatures bring. */
  explained: Set<number>;
  /** Fields and widgets of further signatures. */
  widgets: Set<number>;
}

/** Throws `PdfRefusal`. */
export const compare = async (before: PdfDocument, after: PdfDocument): Promise<Comparison> => ({
  ...(await objectChanges(before, after)),
  before,
  after,
  references: await referencesIn(before),
  explained: new Set(),
  widgets: new Set(),
});

export const isReferredToOnce = ({ references }: Comparison, number: number): boolean =>
  references.get(number)?.length === 1;

/**
 * Explains the objects that one place alone leads to: whatever they say now, they say it there. Only for places on which
 * nothing depends that is seen of the document.
 */
export const explainOwned = async (
  comparison: Comparison,
  entry: PdfObject | undefined,
): Promise<void> => {
  const { before, explained } = comparison;
  const open: PdfTarget[] = [entry ?? null];
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (isRef(object)) {
      if (!isReferredToOnce(comparison, object.number)) continue;
      explained.add(object.number);
      open.push(await before.object(object));
    } else if (Array.isArray(object)) {
      for (const item of object) open.push(item);
    } else if (isDict(object)) {
      for (const value of object.entries.values()) open.push(value);
    }
  }
};
