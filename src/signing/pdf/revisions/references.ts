import { generationOf, type PdfDocument } from '../../../pdf/document.ts';
import { isDict, isRef, isStream, type PdfTarget } from '../../../pdf/objects.ts';
import { hasType } from '../../../pdf/parse.ts';

/** Where an object is referred to from. */
export interface Reference {
  /** Number of the object that refers to it; 0, which no object has, for the trailer. */
  from: number;
  /** The key, where that is a dictionary with the reference as its value. */
  key?: string;
}

/** References by the number that they name. */
export type References = ReadonlyMap<number, readonly Reference[]>;

const TRAILER = 0;

/** Every reference in a document, whether what it names exists or not. Throws `PdfRefusal`. */
export const referencesIn = async (document: PdfDocument): Promise<References> => {
  const found = new Map<number, Reference[]>();
  const collect = (object: PdfTarget, reference: Reference): void => {
    if (isRef(object)) {
      const known = found.get(object.number);
      if (known) known.push(reference);
      else found.set(object.number, [reference]);
    } else if (Array.isArray(object)) {
      for (const item of object) collect(item, { from: reference.from });
    } else if (isDict(object)) {
      for (const value of object.entries.values()) collect(value, { from: reference.from });
    }
  };
  for (const key of ['Root', 'Info'])
    collect(document.xref.trailer.entries.get(key) ?? null, { from: TRAILER, key });
  for (const [from, place] of document.xref.entries) {
    if (place.kind === 'free') continue;
    const generation = generationOf(place);
    const object = await document.object({ kind: 'ref', number: from, generation });
    const dict = isStream(object) ? object.dict : object;
    if (!isDict(dict)) collect(dict, { from });
    // A cross-reference stream repeats the trailer.
    else if (!hasType(dict, 'XRef'))
      for (const [key, value] of dict.entries) collect(value, { from, key });
  }
  return found;
};
