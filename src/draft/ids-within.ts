import { isUuid } from '../base/ids.ts';
import type { Json } from '../base/json.ts';

const NONE: readonly string[] = [];
const known = new WeakMap<object, readonly string[]>();

/**
 * Every text of a payload that has the form of a file's id (UUID), in the order of the court's report. Payloads never
 * change: a part that another payload holds, too, is not looked through again.
 */
export const idsWithin = (value: Json): readonly string[] => {
  if (typeof value === 'string') return isUuid(value) ? [value] : NONE;
  if (typeof value !== 'object' || value === null) return NONE;
  const before = known.get(value);
  if (before) return before;
  const members = Array.isArray(value)
    ? value
    : Object.keys(value)
        .sort()
        .map((name) => value[name] ?? null);
  const ids = members.flatMap((member) => idsWithin(member));
  known.set(value, ids);
  return ids;
};
