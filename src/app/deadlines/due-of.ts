import type { CivilDate } from '../../base/civil-date.ts';
import type { WorkCalendar } from '../../deadline/business-days.ts';
import type { DeadlineRule, Month } from '../../deadline/rules.ts';
import {
  type Deadline,
  deadlineAfter,
  deadlineOfMonth,
  type Homologated,
  standingOf,
} from '../../deadline/standing.ts';
import type { LayoutId } from '../../layout/types.ts';
import type { Obligation } from './open.ts';

/** By what deadlines are reckoned on one day. */
export interface Reckoning {
  rules: readonly DeadlineRule[];
  offOn: WorkCalendar;
  today: CivilDate;
}

export const ruleOf = ({ rules }: Reckoning, { spc, slp }: LayoutId): DeadlineRule | undefined =>
  rules.find((rule) => rule.spc === spc && rule.slp === slp);

/** The deadline of something by the rule of its layout; none where nothing is known that it counts from. */
export const dueOf = (
  { offOn, today }: Reckoning,
  rule: DeadlineRule,
  { day, month }: { day?: CivilDate | undefined; month?: Month | undefined },
  homologated?: Homologated,
): Pick<Obligation, 'at'> => {
  const deadline = deadlineBy(rule, day, month, offOn);
  return deadline
    ? { at: { deadline, standing: standingOf(deadline.due, homologated, today) } }
    : {};
};

const deadlineBy = (
  rule: DeadlineRule,
  day: CivilDate | undefined,
  month: Month | undefined,
  offOn: WorkCalendar,
): Deadline | undefined => {
  if (rule.kind === 'business-days') {
    return day === undefined ? undefined : deadlineAfter(day, rule.days, offOn);
  }
  return month && deadlineOfMonth(month, rule, offOn);
};
