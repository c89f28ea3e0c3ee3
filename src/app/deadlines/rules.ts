import { ARTICLE_3, type DeadlineRule } from '../../deadline/rules.ts';
import type { LayoutId } from '../../layout/types.ts';
import { choose } from './choices.ts';

const isOther = (one: LayoutId) => (rule: LayoutId) => rule.spc !== one.spc || rule.slp !== one.slp;

/** The rule of a layout from now on, in place of the one it had. */
export const setRule = (rule: DeadlineRule) =>
  choose(({ rules }) => {
    const others = rules.filter(isOther(rule));
    const index = rules.findIndex((each) => !isOther(rule)(each));
    return { rules: index < 0 ? [...others, rule] : others.toSpliced(index, 0, rule) };
  });

export const removeRule = (of: LayoutId) =>
  choose(({ rules }) => ({ rules: rules.filter(isOther(of)) }));

/** The rules of article 3 as they came with the app, beside those of other layouts. */
export const restoreRules = () =>
  choose(({ rules }) => ({
    rules: [...ARTICLE_3, ...rules.filter((rule) => ARTICLE_3.every(isOther(rule)))],
  }));
