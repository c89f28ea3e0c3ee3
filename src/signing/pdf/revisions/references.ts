import { generationOf, type PdfDocument } from '../../../pdf/document.ts';
import { isDict, isRef, isStream, type PdfTarget } from '../../../pdf/objects.ts';

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

/** Whether an object is one of the cross-reference streams that the document was read by. */
export const isCrossReference = ({ xref }: PdfDocument, number: number): boolean => {
  const place = xref.entries.get(number);
  return place?.kind === 'offset' && xref.streams.has(place.offset);
};

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
  const collectFrom = async (from: number): Promise<void> => {
    const place = document.xref.entries.get(from);
    if (place === undefined || place.kind === 'free') return;
    const generation = generationOf(place);
    const object = await document.object({ kind: 'ref', number: from, generation });
    const dict = isStream(object) ? object.dict : object;
    if (!isDict(dict)) collect(dict, { from });
    else for (const [key, value] of dict.entries) collect(value, { from, key });
  };
  for (const key of ['Root', 'Info'])
    collect(document.xref.trailer.entries.get(key) ?? null, { from: TRAILER, key });
  const crossReferences: number[] = [];
  for (const number of document.xref.entries.keys()) {
    if (isCrossReference(document, number)) crossReferences.push(number);
    else await collectFrom(number);
  }
  // They repeat the trailer and nothing leads to them; where something does, they are read as something else, too.
  if (crossReferences.some((number) => found.has(number)))
    for (const number of crossReferences) await collectFrom(number);
  return found;
};
