import type { Json } from '../base/json.ts';

const texts = new WeakMap<object, string>();

const rememberedText = (item: Json): string => {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item);
  const text = texts.get(item) ?? JSON.stringify(item);
  texts.set(item, text);
  return text;
};

/**
 * The indices of the first two elements that are equal in the sense of `hasDuplicates`. Elements never change, and their
 * texts are kept for the next time.
 */
export const firstEqual = (items: readonly Json[]): [number, number] | undefined => {
  const first = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = rememberedText(item);
    const before = first.get(text);
    if (before !== undefined) return [before, index];
    first.set(text, index);
  }
  return undefined;
};

/**
 * Whether two elements are equal as the court's library means it for `uniqueItems`: by their
 * written text, so that equal objects with members in another order count as different.
 * `remembers`: elements never change, and their texts are kept for the next time.
 */
export const hasDuplicates = (items: Json[], remembers = false): boolean => {
  const textOf = remembers ? rememberedText : (item: Json) => JSON.stringify(item);
  return new Set(items.map(textOf)).size < items.length;
};
