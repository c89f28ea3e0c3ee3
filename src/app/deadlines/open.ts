import { computed, signal } from '@preact/signals';
import type { CivilDate } from '../../base/civil-date.ts';
import type { Deadline, Standing } from '../../deadline/standing.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';

/** Something that must be homologated at the court by a day, as far as it is known here. */
export interface Obligation {
  /** Stays the same from one reading to the next. */
  id: string;
  spc: string;
  slp: string;
  /** Of the accounts; absent where only an event is known. */
  month?: { mes: number; ano: number };
  what:
    | { kind: 'draft'; draftId: string; isQueued: boolean }
    /** At the court, and not homologated there with the content we hold; `differs`: it has another one. */
    | { kind: 'delivery'; courtId: number; contentId: string; state: 'pending' | 'differs' }
    | { kind: 'homologated'; courtId: number; contentId: string }
    | { kind: 'watch'; watchId: string; note: string }
    /** Nothing of that month is known here. */
    | { kind: 'month' };
  /** Absent where the day it counts from is not told yet. */
  at?: { deadline: Deadline; standing: Standing };
}

/** What is not done, and as of which day in America/Sao_Paulo. */
export interface OpenDeadlines {
  /** The most urgent first; those without a day last. */
  obligations: readonly Obligation[];
  today: CivilDate;
}

/** What was read last, and in whose name and where. */
export const readLast = signal<(OpenDeadlines & { whose: string }) | undefined>(undefined);

/** The ambiente and the representação in use. */
export const whoseNow = (): string => `${ambiente.value?.id}/${representacaoInUse.value}`;

/** What is due here and in the name in use; `undefined` until it is read. */
export const openDeadlines = computed((): OpenDeadlines | undefined =>
  readLast.value?.whose === whoseNow() ? readLast.value : undefined,
);

/** How many are late, and how many end today or tomorrow, as of a day. `isAll`: nothing was left unread. */
export interface Urgency {
  late: number;
  soon: number;
  isAll: boolean;
  today: CivilDate;
}

export const urgencyLast = signal<(Urgency & { whose: string }) | undefined>(undefined);

/** What is urgent here and in the name in use; `undefined` until it is read. */
export const urgency = computed((): Urgency | undefined =>
  urgencyLast.value?.whose === whoseNow() ? urgencyLast.value : undefined,
);

export const urgencyOf = (obligations: readonly Obligation[]): Pick<Urgency, 'late' | 'soon'> => {
  const standings = obligations.flatMap(({ at }) => (at ? [at.standing] : []));
  return {
    late: standings.filter(({ kind }) => kind === 'late').length,
    soon: standings.filter((each) => each.kind === 'due' && each.days <= 1).length,
  };
};
