import { signal } from '@preact/signals';
import { sameJson } from '../../base/canonical-json.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { type Pointer, valueAt } from '../../base/json-pointer.ts';
import type { LayoutId } from '../../layout/types.ts';
import { entries } from '../state.ts';
import { stores } from '../stores.ts';
import { courtMessagesOf } from './court-report.ts';

/** A rule of reception by which the court refused an entry of a layout. */
export interface RefusedRule {
  regra: number;
  /** As the court put it the last time. */
  mensagem: string;
  /** The field it speaks of, where that is known. */
  pointer?: Pointer | undefined;
  /** How many entries it refused. */
  times: number;
  /** What stood at the field in each of them. */
  values: (Json | undefined)[];
}

/** The last seen. */
const MOST = 100;

const keyOf = ({ spc, slp }: LayoutId): string => `refused:${spc}/${slp}`;

/** Rules that the person wants no more warnings of, by the setting's name. */
const putAway = signal<ReadonlyMap<string, readonly number[]>>(new Map());

/** Reads which rules of a layout were put away; needed before `repeatedRules`. */
export const loadPutAway = async (layout: LayoutId): Promise<void> => {
  const kept = await stores.settings.get(keyOf(layout));
  const rules = Array.isArray(kept) ? kept.filter((rule) => typeof rule === 'number') : [];
  putAway.value = new Map(putAway.value).set(keyOf(layout), rules);
};

/** Warns of a rule no more, in any draft of the layout. Without room for it, until this window is closed. */
export const putRuleAway = async (layout: LayoutId, regra: number): Promise<void> => {
  const rules = [...(putAway.value.get(keyOf(layout)) ?? []), regra];
  putAway.value = new Map(putAway.value).set(keyOf(layout), rules);
  await stores.settings.set(keyOf(layout), rules);
};

/** The rules by which the court refused entries of a layout, the last seen first: the queue itself remembers them. */
export const refusedRules = (layout: LayoutId): RefusedRule[] => {
  const rules = new Map<number, RefusedRule>();
  const refused = entries.value
    .filter(({ frozen: { spc, slp } }) => spc === layout.spc && slp === layout.slp)
    .sort((a, b) => b.changedAt - a.changedAt);
  for (const entry of refused) {
    for (const { regra, mensagem, pointer } of courtMessagesOf(entry)) {
      if (regra === undefined) continue;
      const known = rules.get(regra) ?? { regra, mensagem, pointer, times: 0, values: [] };
      known.times++;
      if (pointer !== undefined) known.values.push(valueAt(entry.frozen.payload, pointer));
      rules.set(regra, known);
    }
  }
  return [...rules.values()].slice(0, MOST);
};

/**
 * Those of the rules that a payload would break again, as far as can be told: the field the rule speaks of holds what it
 * held then, or no field is known. Without those the person put away.
 */
export const repeatedRules = (
  layout: LayoutId,
  rules: readonly RefusedRule[],
  payload: JsonObject,
): RefusedRule[] => {
  const away = putAway.value.get(keyOf(layout)) ?? [];
  return rules.filter(({ regra, pointer, values }) => {
    if (away.includes(regra)) return false;
    if (pointer === undefined) return true;
    const now = valueAt(payload, pointer) ?? null;
    return values.some((value) => sameJson(value ?? null, now));
  });
};
