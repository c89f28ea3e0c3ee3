import type { Json } from '../base/json.ts';
import { type Pointer, pointerTo, pointerTokens, valueAt } from '../base/json-pointer.ts';
import type { Condition } from './types.ts';

/**
 * Whether a hint applies now; `undefined` while the field that decides it is empty. `pointer`: where the field that
 * bears the hint stands in the document.
 */
export const applies = (
  { field, in: values }: Condition,
  document: Json,
  pointer: Pointer,
): boolean | undefined => {
  const owner = pointerTokens(pointer).slice(0, -1);
  const decider = valueAt(document, field.startsWith('/') ? field : pointerTo('', ...owner, field));
  return decider === undefined ? undefined : values.some((value) => value === decider);
};
