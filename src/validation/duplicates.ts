import type { Json } from '../base/json.ts';

/**
 * Whether two elements are equal as the court's library means it for `uniqueItems`: by their
 * written text, so that equal objects with members in another order count as different.
 */
export const hasDuplicates = (items: Json[]): boolean => {
  const seen = new Set<string>();
  for (const item of items) seen.add(JSON.stringify(item));
  return seen.size < items.length;
};
