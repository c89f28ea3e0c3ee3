import { normalised } from './normalised.ts';
import { similarity, withWordsApart, wordsOf } from './similarity.ts';
import type { TableTarget } from './targets.ts';

/** By what a column of a file was taken for a field. `ambiguous`: several would do, and the person is asked. */
export type MatchReason = 'remembered' | 'label' | 'name' | 'similar' | 'ambiguous' | 'none';

/** Where a column of a file goes. `target`: `TableTarget.key`, absent where it is not imported. */
export interface ColumnMatch {
  by: MatchReason;
  target?: string;
}

/** What the person chose before, by the normalised heading; `''`: not to be imported. */
export type RememberedMatches = Readonly<Record<string, string>>;

type Likeness = (heading: string, target: TableTarget) => boolean;

const labelEnd = ({ label }: TableTarget): string => label.split(' › ').at(-1) ?? label;

/** A name with its capitals taken for beginnings of words. */
const spelled = (name: string): string => normalised(withWordsApart(name));

/** From the surest to the least sure. */
const EXACT: readonly [MatchReason, Likeness][] = [
  ['label', (heading, { label }) => normalised(label) === normalised(heading)],
  ['name', (heading, { key }) => spelled(key) === spelled(heading)],
  ['label', (heading, target) => normalised(labelEnd(target)) === normalised(heading)],
  ['name', (heading, { field }) => spelled(field.name) === spelled(heading)],
];

/**
 * Finds the field of each column by its heading: remembered, by label, by name, and last by likeness. What is found here
 * gives no field to two columns, and none where several are as good; two remembered headings may name one, and the person
 * is asked.
 */
export const matchColumns = (
  headings: readonly string[],
  targets: readonly TableTarget[],
  remembered: RememberedMatches,
): ColumnMatch[] => {
  const matches = headings.map((heading) => rememberedMatch(heading, targets, remembered));
  const free = (): TableTarget[] => {
    const taken = new Set(matches.map((match) => match?.target));
    return targets.filter(({ key }) => !taken.has(key));
  };
  const propose = (
    by: MatchReason,
    candidatesOf: (heading: string, free: TableTarget[]) => TableTarget[],
  ) => {
    const left = free();
    const proposals = headings.map((heading, index) =>
      matches[index] || heading.trim() === '' ? [] : candidatesOf(heading, left),
    );
    for (const [index, candidates] of proposals.entries()) {
      const [only, ...others] = candidates;
      if (!only) continue;
      const rivals = proposals.filter((each) => each.includes(only)).length;
      matches[index] =
        others.length === 0 && rivals === 1 ? { by, target: only.key } : { by: 'ambiguous' };
    }
  };
  for (const [by, isLike] of EXACT)
    propose(by, (heading, left) => left.filter((target) => isLike(heading, target)));
  propose('similar', mostSimilar);
  return matches.map((match) => match ?? { by: 'none' });
};

const rememberedMatch = (
  heading: string,
  targets: readonly TableTarget[],
  remembered: RememberedMatches,
): ColumnMatch | undefined => {
  const name = normalised(heading);
  const key = Object.hasOwn(remembered, name) ? remembered[name] : undefined;
  if (key === '') return { by: 'remembered' };
  return targets.some((target) => target.key === key) && key !== undefined
    ? { by: 'remembered', target: key }
    : undefined;
};

const LEAST_SIMILARITY = 0.6;
const CLEAR_LEAD = 0.1;

const mostSimilar = (heading: string, targets: readonly TableTarget[]): TableTarget[] => {
  const words = wordsOf(heading);
  const scored = targets
    .map((target) => ({
      target,
      score: Math.max(
        ...[target.label, labelEnd(target), target.field.name].map((text) =>
          similarity(words, wordsOf(text)),
        ),
      ),
    }))
    .filter(({ score }) => score >= LEAST_SIMILARITY);
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score > best - CLEAR_LEAD).map(({ target }) => target);
};
