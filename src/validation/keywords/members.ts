import { isJsonObject, type JsonObject } from '../../base/json.ts';
import { type Check, type Plan, type Subschema, visitChild } from '../plan.ts';
import { knownNames } from './object.ts';

/** Only named members have a schema: their names are sorted once, not at each object. */
const namedMembers = (plans: Map<string, Plan>): Check<JsonObject> => {
  const inOrder = [...plans]
    .map(([name, plan]) => ({ name, plan }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (value, run) => {
    for (const { name, plan } of inOrder) {
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      if (member !== undefined) visitChild(plan, name, member, run);
    }
  };
};

/**
 * Visits the members in the order of their names (UTF-16): for each `properties`, then every
 * matching `patternProperties`, and only if neither `additionalProperties`.
 */
export const members = (subschema: Subschema): Check<JsonObject> | undefined => {
  const { names, patterns } = knownNames(subschema);
  const plans = new Map(names.map((name) => [name, subschema.planOf('properties', name)]));
  const matched = patterns.map(({ source, regex }) => ({
    regex,
    plan: subschema.planOf('patternProperties', source),
  }));
  const rest = isJsonObject(subschema.words.additionalProperties)
    ? subschema.planOf('additionalProperties')
    : undefined;
  if (matched.length === 0 && rest === undefined) {
    return plans.size === 0 ? undefined : namedMembers(plans);
  }
  const plansFor = (name: string): Plan[] => {
    const named = plans.get(name);
    const found = [
      ...(named ? [named] : []),
      ...matched.filter(({ regex }) => regex.test(name)).map(({ plan }) => plan),
    ];
    return found.length === 0 && rest ? [rest] : found;
  };
  return (value, run) => {
    for (const name of Object.keys(value).sort()) {
      const member = value[name];
      if (member === undefined) continue;
      for (const plan of plansFor(name)) visitChild(plan, name, member, run);
    }
  };
};
