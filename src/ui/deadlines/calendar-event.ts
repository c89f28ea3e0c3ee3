import type { Obligation } from '../../app/deadlines/types.ts';
import { sayWhere, deadlinesText as text } from '../text/prazos.ts';
import { nameOf, whyOf } from './sayings.ts';

/** An obligation as a day in a calendar. */
export const eventOf = (obligation: Obligation) =>
  obligation.at && {
    uid: obligation.id,
    date: obligation.at.deadline.due,
    summary: `${text.eventPrefix}: ${nameOf(obligation)}`,
    description: `${sayWhere(obligation)}. ${whyOf(obligation)}`,
  };
