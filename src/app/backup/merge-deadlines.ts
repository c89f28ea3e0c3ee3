import type { Json } from '../../base/json.ts';
import type { Writings } from '../../base/record.ts';
import type { Owner } from '../../outbox/types.ts';
import { type KeptChoices, keptChoices } from '../deadlines/read-choices.ts';
import { writtenRelation } from './merge-pen.ts';

/** The copy's decisions on deadlines were not taken, or not all of them. */
export interface DeadlinesLeftOut {
  what: 'deadlines';
  why: 'newer-here' | 'different';
}

/**
 * What of the decisions on deadlines is to be written. Where here and in the copy something else was decided, what stands
 * here stays, with the holidays and notes that only the copy has.
 */
export const mergeDeadlines = (
  here: Json | undefined,
  copied: Json | undefined,
  { me, madeBy }: { me: string; madeBy: Owner },
): { taken?: Json; leftOut: DeadlinesLeftOut[] } => {
  if (copied === undefined) return { leftOut: [] };
  if (here === undefined) return { taken: copied, leftOut: [] };
  const [mine, theirs] = [keptChoices(here, me), keptChoices(copied, madeBy.id)];
  const relation = writtenRelation(mine, theirs);
  if (relation === 'same') return { leftOut: [] };
  if (relation === 'continued') return { taken: copied, leftOut: [] };
  const leftOut: DeadlinesLeftOut[] = [{ what: 'deadlines', why: relation }];
  return relation === 'newer-here' ? { leftOut } : { taken: asJson(both(mine, theirs)), leftOut };
};

const both = (mine: KeptChoices, theirs: KeptChoices): KeptChoices => {
  const own = [...mine.holidays.own, ...theirs.holidays.own];
  const watches = [...mine.watches, ...theirs.watches];
  return {
    ...mine,
    holidays: {
      known: mine.holidays.known,
      own: [
        ...new Map(own.toReversed().map((each) => [`${each.date} ${each.name}`, each])).values(),
      ].sort((one, other) => one.date.localeCompare(other.date)),
    },
    watches: [...new Map(watches.toReversed().map((each) => [each.id, each])).values()].reverse(),
    changedAt: Math.max(mine.changedAt, theirs.changedAt),
    writings: mostOf(mine.writings, theirs.writings),
  };
};

const mostOf = (one: Writings, other: Writings): Writings => {
  const most = { ...one };
  for (const [browser, count] of Object.entries(other)) {
    most[browser] = Math.max(most[browser] ?? 0, count);
  }
  return most;
};

const asJson = (kept: KeptChoices): Json => JSON.parse(JSON.stringify(kept));
