import { canonicalJson } from '../../base/canonical-json.ts';
import { isJsonObject, type Json, parseJson } from '../../base/json.ts';
import type { ReceivedDelivery } from './messages.ts';

/** Whether the court holds exactly what was sent: equality of the canonical forms (D2). */
export const sameContent = ({ jsonNode }: ReceivedDelivery, finalBody: { text: string }): boolean =>
  canonicalJson(jsonNode) === finalBody.text;

/**
 * The file ids that stand in the delivery for ours (`fileIds`), where all else is equal; `undefined` where it is not.
 * So looks what was sent once before its files were uploaded anew.
 */
export const otherFileIds = (
  { jsonNode }: ReceivedDelivery,
  finalBody: { text: string },
  fileIds: ReadonlySet<string>,
): Map<string, string> | undefined => {
  const found = new Map<string, string>();
  const standsFor = (ours: string, theirs: Json | undefined): boolean => {
    if (typeof theirs !== 'string' || (found.get(ours) ?? theirs) !== theirs) return false;
    found.set(ours, theirs);
    return true;
  };
  const equal = (ours: Json | undefined, theirs: Json | undefined): boolean => {
    if (typeof ours === 'string' && fileIds.has(ours)) return standsFor(ours, theirs);
    if (Array.isArray(ours)) {
      return (
        Array.isArray(theirs) &&
        ours.length === theirs.length &&
        ours.every((element, n) => equal(element, theirs[n]))
      );
    }
    if (!isJsonObject(ours)) return ours === theirs;
    const names = Object.keys(ours);
    return (
      isJsonObject(theirs) &&
      names.length === Object.keys(theirs).length &&
      names.every((name) => Object.hasOwn(theirs, name) && equal(ours[name], theirs[name]))
    );
  };
  return equal(parseJson(finalBody.text), jsonNode) && found.size > 0 ? found : undefined;
};

/** Whether one of these file ids stands anywhere in the delivery. */
export const namesFile = (
  { jsonNode }: ReceivedDelivery,
  fileIds: ReadonlySet<string>,
): boolean => {
  const names = (value: Json): boolean => {
    if (typeof value === 'string') return fileIds.has(value);
    if (Array.isArray(value)) return value.some(names);
    return isJsonObject(value) && Object.values(value).some(names);
  };
  return names(jsonNode);
};
