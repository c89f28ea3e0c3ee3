import { isJsonObject, type JsonObject } from '../base/json.ts';
import { type Pointer, pointerTo, valueAt } from '../base/json-pointer.ts';
import type { Plan } from './plan.ts';
import { SchemaError } from './schema-error.ts';
import { SubschemaPlan } from './subschema-plan.ts';

/** The pointer within the document that a `$ref` names (RFC 3986 fragment holding RFC 6901). */
const target = (ref: string, from: Pointer): Pointer => {
  if (!ref.startsWith('#')) throw new SchemaError('ref-remote', from);
  const pointer = ref.slice(1);
  if (pointer !== '' && !pointer.startsWith('/')) throw new SchemaError('ref-not-found', from);
  try {
    return decodeURIComponent(pointer);
  } catch {
    throw new SchemaError('ref-not-found', from);
  }
};

/**
 * Makes a draft-04 schema ready, each subschema once. Words beside a `$ref` are ignored, and so
 * are `id` and `$schema`. Throws `SchemaError` where the schema is invalid.
 */
export const compile = (root: JsonObject): Plan => {
  const plans = new Map<Pointer, SubschemaPlan>();

  const planAt = (pointer: Pointer, followed: Pointer[] = []): Plan => {
    const words = valueAt(root, pointer);
    if (words === undefined) throw new SchemaError('ref-not-found', followed.at(-1) ?? pointer);
    if (!isJsonObject(words)) throw new SchemaError('not-a-schema', pointer);
    if (typeof words.$ref === 'string') {
      if (followed.includes(pointer)) throw new SchemaError('ref-loop', pointer);
      return planAt(target(words.$ref, pointer), [...followed, pointer]);
    }
    const known = plans.get(pointer);
    if (known) return known;
    const plan = new SubschemaPlan(pointer);
    plans.set(pointer, plan);
    plan.prepare({
      place: { loadingURI: '#', pointer },
      words,
      planOf: (...tokens) => planAt(pointerTo(pointer, ...tokens)),
    });
    return plan;
  };

  return planAt('');
};
