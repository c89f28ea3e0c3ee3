import type { Json } from '../../base/json.ts';
import { isJsonObject } from '../../base/json.ts';
import { hasDuplicates } from '../duplicates.ts';
import { messages } from '../messages.ts';
import { type Check, errorHead, type Keyword, type Subschema, visitChild } from '../plan.ts';
import { countWord, flagWord, malformed } from '../schema-words.ts';

const additionalItems: Keyword<Json[]> = (subschema) => {
  const { items, additionalItems: additional } = subschema.words;
  if (typeof additional !== 'boolean' && !isJsonObject(additional)) {
    throw malformed(subschema, 'additionalItems');
  }
  if (additional !== false || !Array.isArray(items)) return undefined;
  const allowed = items.length;
  return (value, run) => {
    const found = value.length;
    if (found <= allowed) return;
    run.entries.push({
      ...errorHead('additionalItems', subschema, run),
      message: messages.additionalItems(allowed, found),
      allowed,
      found,
    });
  };
};

const maxItems: Keyword<Json[]> = (subschema) => {
  const limit = countWord(subschema, 'maxItems');
  return (value, run) => {
    if (value.length <= limit) return;
    run.entries.push({
      ...errorHead('maxItems', subschema, run),
      message: messages.maxItems(limit, value.length),
      maxItems: limit,
      found: value.length,
    });
  };
};

const minItems: Keyword<Json[]> = (subschema) => {
  const limit = countWord(subschema, 'minItems');
  return (value, run) => {
    if (value.length >= limit) return;
    run.entries.push({
      ...errorHead('minItems', subschema, run),
      message: messages.minItems(limit, value.length),
      minItems: limit,
      found: value.length,
    });
  };
};

const uniqueItems: Keyword<Json[]> = (subschema) => {
  if (!flagWord(subschema, 'uniqueItems')) return undefined;
  return (value, run) => {
    if (!hasDuplicates(value, run.remembers)) return;
    run.entries.push({
      ...errorHead('uniqueItems', subschema, run),
      message: messages.uniqueItems(),
    });
  };
};

/** Keywords that look at arrays only. */
export const arrayKeywords: Record<string, Keyword<Json[]>> = {
  additionalItems,
  maxItems,
  minItems,
  uniqueItems,
};

/**
 * Visits the elements, by index. A schema in `additionalItems` applies even where `items` is
 * absent, as in the court's library and against draft 4.
 */
export const elements = (subschema: Subschema): Check<Json[]> | undefined => {
  const { items, additionalItems: additional } = subschema.words;
  const rest = isJsonObject(additional) ? subschema.planOf('additionalItems') : undefined;
  if (items !== undefined && !Array.isArray(items)) {
    const each = subschema.planOf('items');
    return (value, run) => {
      for (const [index, element] of value.entries()) visitChild(each, index, element, run);
    };
  }
  const first = items?.map((_, index) => subschema.planOf('items', index)) ?? [];
  if (first.length === 0 && rest === undefined) return undefined;
  return (value, run) => {
    for (const [index, element] of value.entries()) {
      const plan = first[index] ?? rest;
      if (plan === undefined) return;
      visitChild(plan, index, element, run);
    }
  };
};
