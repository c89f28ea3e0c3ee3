import type { JsonObject } from '../../base/json.ts';
import { periodFault } from '../../layout/period.ts';
import type { LayoutId } from '../../layout/types.ts';
import type { LayoutShape } from './layout-shape.ts';
import { type Period, readPath } from './read-path.ts';

/** Why a person is asked although something was found. */
export type Doubt = 'layouts-differ' | 'periods-differ';

/** What a payload was taken for; what is absent must be asked. */
export interface Recognition {
  layout?: LayoutId;
  period?: Period;
  /** Where the names and the content say different things. */
  doubts: Doubt[];
}

/** Says from the names of a file and from its content what it is. */
export const recognise = (
  path: string,
  document: JsonObject,
  shapes: readonly LayoutShape[],
): Recognition => {
  const named = readPath(path, shapes);
  const [layout, layoutDoubt] = agreed(named.layout, layoutOfContent(document, shapes), sameLayout);
  const [period, periodDoubt] = agreed(named.period, periodOfContent(document), samePeriod);
  const doubts: Doubt[] = [];
  if (layoutDoubt) doubts.push('layouts-differ');
  if (periodDoubt) doubts.push('periods-differ');
  return { ...(layout && { layout }), ...(period && { period }), doubts };
};

const agreed = <T>(
  a: T | undefined,
  b: T | undefined,
  areSame: (a: T, b: T) => boolean,
): [T | undefined, boolean] =>
  a !== undefined && b !== undefined && !areSame(a, b) ? [undefined, true] : [a ?? b, false];

const sameLayout = (a: LayoutId, b: LayoutId) => a.spc === b.spc && a.slp === b.slp;
const samePeriod = (a: Period, b: Period) => a.mes === b.mes && a.ano === b.ano;

/** Less than this shared, a document is nothing we know; less than this apart, two layouts are one as good as the other. */
const [LEAST_LIKENESS, LEAST_LEAD] = [0.6, 0.1];

const layoutOfContent = (
  document: JsonObject,
  shapes: readonly LayoutShape[],
): LayoutId | undefined => {
  const names = Object.keys(document);
  const [best, second] = shapes
    .map((shape) => ({ shape, likeness: likenessOf(names, shape) }))
    .sort((a, b) => b.likeness - a.likeness);
  if (!best || best.likeness < LEAST_LIKENESS) return undefined;
  if (second && best.likeness - second.likeness < LEAST_LEAD) return undefined;
  const { spc, slp } = best.shape;
  return { spc, slp };
};

/** The members that are there and known, by those that are there or demanded; 0 to 1. */
const likenessOf = (names: readonly string[], { members, required }: LayoutShape): number => {
  const all = new Set([...names, ...required]);
  return names.filter((name) => members.has(name)).length / Math.max(1, all.size);
};

const periodOfContent = (document: JsonObject): Period | undefined => {
  const [mes, ano] = [Number(document.mesCompetencia), Number(document.anoCompetencia)];
  return periodFault(mes, ano) === undefined ? { mes, ano } : undefined;
};
