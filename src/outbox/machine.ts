import type { OutboxEvent } from './events.ts';
import type { EntryState } from './types.ts';

type StateOf<Kind extends EntryState['kind']> = Extract<EntryState, { kind: Kind }>;
type EventOf<Kind extends OutboxEvent['kind']> = Extract<OutboxEvent, { kind: Kind }>;

/** One arrow of the machine. The first row of TRANSITIONS that fits a state and an event decides. */
export interface Transition {
  from: EntryState['kind'];
  on: OutboxEvent['kind'];
  /** The guard in words, as drawn; absent where the arrow always holds. */
  guard?: string;
  to: EntryState['kind'];
  fits(state: EntryState, event: OutboxEvent): boolean;
  enter(state: EntryState, event: OutboxEvent): EntryState;
}

interface Guard<From extends EntryState['kind'], On extends OutboxEvent['kind']> {
  words: string;
  holds(state: StateOf<From>, event: EventOf<On>): boolean;
}

const arrow = <
  From extends EntryState['kind'],
  On extends OutboxEvent['kind'],
  To extends EntryState['kind'],
>(
  from: From,
  on: On,
  to: To,
  enter: (state: StateOf<From>, event: EventOf<On>) => StateOf<To>,
  guard?: Guard<From, On>,
): Transition => ({
  from,
  on,
  to,
  ...(guard && { guard: guard.words }),
  fits: (state, event) =>
    state.kind === from &&
    event.kind === on &&
    (!guard || guard.holds(state as StateOf<From>, event as EventOf<On>)),
  enter: (state, event) => enter(state as StateOf<From>, event as EventOf<On>),
});

const ready = (): StateOf<'ready'> => ({ kind: 'ready' });
const onlyOnce = {
  words: 'effect once',
  holds: (state: StateOf<'running'>) => state.effect === 'once',
};
const asks = (what: StateOf<'needs-person'>['what']) => ({
  words: what,
  holds: (state: StateOf<'needs-person'>) => state.what === what,
});
const check = (
  { step, attempt }: { step: string; attempt: number },
  code: string,
): StateOf<'needs-person'> => ({ kind: 'needs-person', what: 'check', step, attempt, code });

const ownSteps: Transition[] = [
  arrow('ready', 'begun', 'running', (_, { step, attempt, effect }) => ({
    kind: 'running',
    step,
    attempt,
    effect,
  })),
  arrow(
    'ready',
    'lacking',
    'needs-person',
    (_, { step }) => ({ kind: 'needs-person', what: 'consent', step }),
    { words: 'consent', holds: (_, event) => event.need === 'consent' },
  ),
  arrow('ready', 'lacking', 'waiting', (_, { step, need }) => ({ kind: 'waiting', step, need })),
  arrow('ready', 'postponed', 'paused', (_, { reason, until }) => ({
    kind: 'paused',
    reason,
    until,
  })),
  arrow('ready', 'finished', 'done', () => ({ kind: 'done' })),
  arrow('waiting', 'available', 'ready', ready),
  arrow('paused', 'due', 'ready', ready),
];

const endings: Transition[] = [
  arrow('running', 'applied', 'ready', ready),
  arrow(
    'running',
    'refused',
    'needs-person',
    ({ step }, { code, detail }) => ({ kind: 'needs-person', what: 'mend', step, code, detail }),
    { words: 'mendable', holds: (_, event) => event.mendable },
  ),
  arrow('running', 'refused', 'rejected', ({ step }, { code, detail }) => ({
    kind: 'rejected',
    step,
    code,
    detail,
  })),
  arrow(
    'running',
    'unknown',
    'uncertain',
    ({ step, attempt }, { code }) => ({ kind: 'uncertain', step, attempt, code, until: 0 }),
    onlyOnce,
  ),
  arrow('running', 'unknown', 'paused', (_, { until }) => ({
    kind: 'paused',
    reason: 'server-unavailable',
    until,
  })),
  arrow('running', 'postponed', 'paused', (_, { reason, until }) => ({
    kind: 'paused',
    reason,
    until,
  })),
  arrow('running', 'lacking', 'waiting', ({ step }, { need }) => ({ kind: 'waiting', step, need })),
  arrow(
    'running',
    'interrupted',
    'uncertain',
    ({ step, attempt }) => ({ kind: 'uncertain', step, attempt, code: 'interrupted', until: 0 }),
    onlyOnce,
  ),
  arrow('running', 'interrupted', 'ready', ready),
];

const resolving: Transition[] = [
  arrow('uncertain', 'happened', 'ready', ready),
  arrow('uncertain', 'absent', 'ready', ready),
  arrow('uncertain', 'postponed', 'uncertain', (state, { until }) => ({ ...state, until })),
  arrow('uncertain', 'still-unknown', 'needs-person', (state, { code }) => check(state, code)),
  arrow('needs-person', 'happened', 'ready', ready, asks('check')),
  arrow('needs-person', 'absence-stated', 'ready', ready, asks('check')),
];

const byPerson: Transition[] = [
  arrow('needs-person', 'consented', 'ready', ready, {
    words: 'consent',
    holds: (state, event) => state.what === 'consent' && state.step === event.step,
  }),
  // Who agreed to one key may choose another, or another program.
  arrow('waiting', 'consented', 'ready', ready, {
    words: 'unlock',
    holds: (state) => state.need === 'unlock',
  }),
  arrow('needs-person', 'try-now', 'ready', ready, asks('mend')),
  arrow(
    'needs-person',
    'try-now',
    'uncertain',
    (state) => ({
      kind: 'uncertain',
      step: state.step,
      attempt: state.what === 'check' ? state.attempt : 0,
      code: 'asked-again',
      until: 0,
    }),
    asks('check'),
  ),
  arrow('waiting', 'represented', 'ready', ready, {
    words: 'token',
    holds: (state) => state.need === 'token',
  }),
  arrow('paused', 'try-now', 'ready', ready),
  arrow('waiting', 'try-now', 'ready', ready),
  arrow('uncertain', 'try-now', 'uncertain', (state) => ({ ...state, until: 0 })),
  ...(['ready', 'waiting', 'paused'] as const).flatMap((from) => [
    arrow(from, 'pause', 'paused', () => ({ kind: 'paused', reason: 'person' })),
    arrow(from, 'cancel', 'cancelled', () => ({ kind: 'cancelled', unresolved: false })),
  ]),
  arrow('uncertain', 'cancel', 'cancelled', () => ({ kind: 'cancelled', unresolved: true })),
  arrow('needs-person', 'cancel', 'cancelled', ({ what }) => ({
    kind: 'cancelled',
    unresolved: what === 'check',
  })),
];

/** The whole machine (docs/outbox.md is drawn from it). What is not listed cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  ...ownSteps,
  ...endings,
  ...resolving,
  ...byPerson,
];

/** The state after an event, or `undefined` where the machine has no such arrow. */
export const transition = (state: EntryState, event: OutboxEvent): EntryState | undefined =>
  TRANSITIONS.find((row) => row.fits(state, event))?.enter(state, event);
