import { sameBytes } from '../../../base/bytes.ts';
import {
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  type PdfDict,
  type PdfTarget,
} from '../../../pdf/objects.ts';

/** The keys under which two dictionaries hold different values. */
export const differingKeys = (a: PdfDict, b: PdfDict): string[] =>
  [...new Set([...a.entries.keys(), ...b.entries.keys()])].filter(
    (key) => !sameObject(a.entries.get(key), b.entries.get(key)),
  );

/** Whether two objects are written alike; what a reference leads to is not looked at. */
export const sameObject = (a: PdfTarget | undefined, b: PdfTarget | undefined): boolean => {
  if (isName(a) && isName(b)) return a.name === b.name;
  if (isString(a) && isString(b)) return sameBytes(a.bytes, b.bytes);
  if (isRef(a) && isRef(b)) return a.number === b.number && a.generation === b.generation;
  if (isDict(a) && isDict(b)) return differingKeys(a, b).length === 0;
  if (isStream(a) && isStream(b)) return sameObject(a.dict, b.dict) && sameBytes(a.data, b.data);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => sameObject(item, b[i]));
  return a === b;
};
