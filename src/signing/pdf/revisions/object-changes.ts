import { generationOf, type PdfDocument } from '../../../pdf/document.ts';
import type { PdfTarget } from '../../../pdf/objects.ts';
import type { XrefEntry } from '../../../pdf/xref-section.ts';
import { sameObject } from './same-object.ts';

type Used = Exclude<XrefEntry, { kind: 'free' }>;

/** What incremental updates did to the objects of a document, by number. */
export interface ObjectChanges {
  /** With another value than before. */
  changed: Map<number, { before: PdfTarget; after: PdfTarget }>;
  /** Not there before. */
  added: Set<number>;
  /** Gone, or under another generation. */
  removed: Set<number>;
}

/** Compares two states of one file object by object. Throws `PdfRefusal`. */
export const objectChanges = async (
  before: PdfDocument,
  after: PdfDocument,
): Promise<ObjectChanges> => {
  const changes: ObjectChanges = { changed: new Map(), added: new Set(), removed: new Set() };
  for (const [number, place] of after.xref.entries)
    if (place.kind !== 'free' && !usedAt(before, number)) changes.added.add(number);
  for (const [number, place] of before.xref.entries) {
    if (place.kind === 'free') continue;
    const now = usedAt(after, number);
    if (!now || generationOf(now) !== generationOf(place)) changes.removed.add(number);
    else if (!samePlace(before, place, after, now)) {
      const ref = { kind: 'ref', number, generation: generationOf(place) } as const;
      const [old, young] = [await before.object(ref), await after.object(ref)];
      if (!sameObject(old, young)) changes.changed.set(number, { before: old, after: young });
    }
  }
  return changes;
};

const usedAt = ({ xref }: PdfDocument, number: number): Used | undefined => {
  const place = xref.entries.get(number);
  return place?.kind === 'free' ? undefined : place;
};

/** The bytes of an update follow those it updates: an object at the same place is the same. */
const samePlace = (before: PdfDocument, a: Used, after: PdfDocument, b: Used): boolean => {
  if (a.kind === 'offset') return b.kind === 'offset' && a.offset === b.offset;
  if (b.kind === 'offset' || a.container !== b.container || a.index !== b.index) return false;
  const [old, young] = [usedAt(before, a.container), usedAt(after, a.container)];
  return old?.kind === 'offset' && young?.kind === 'offset' && old.offset === young.offset;
};
