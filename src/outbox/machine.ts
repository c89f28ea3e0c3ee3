import type { Json } from '../base/json.ts';
import type { OutboxEvent } from './events.ts';
import type { Doubt, EntryState } from './types.ts';

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
const paused = (
  _: unknown,
  { reason, until }: EventOf<'postponed' | 'absent'>,
): StateOf<'paused'> => ({
  kind: 'paused',
  reason,
  ...(until !== undefined && { until }),
});
const onlyOnce = {
  words: 'effect once',
  holds: (state: StateOf<'running'>) => state.effect === 'once',
};
type Question = StateOf<'needs-person'>['what'];
type Asking<What extends Question> = Extract<StateOf<'needs-person'>, { what: What }>;

/** An arrow out of `needs-person` that holds while the person is asked this. */
const whileAsked = <
  What extends Question,
  On extends OutboxEvent['kind'],
  To extends EntryState['kind'],
>(
  what: What,
  on: On,
  to: To,
  enter: (state: Asking<What>, event: EventOf<On>) => StateOf<To>,
  only?: { words: string; holds(state: Asking<What>, event: EventOf<On>): boolean },
): Transition =>
  arrow('needs-person', on, to, (state, event) => enter(state as Asking<What>, event), {
    words: only ? `${what}, ${only.words}` : what,
    holds: (state, event) =>
      state.what === what && (!only || only.holds(state as Asking<What>, event)),
  });
/** Nobody can say before this that the step did not happen. */
const doubt = ({ step, attempt, settledAt }: Doubt | StateOf<'running'>, code: string): Doubt => ({
  step,
  attempt,
  code,
  settledAt,
});

const check = (state: Doubt, code: string, detail: Json): StateOf<'needs-person'> => ({
  kind: 'needs-person',
  what: 'check',
  ...doubt(state, code),
  detail,
});

const ownSteps: Transition[] = [
  arrow('ready', 'begun', 'running', (_, { step, attempt, effect, settledAt }) => ({
    kind: 'running',
    step,
    attempt,
    effect,
    settledAt,
  })),
  arrow('ready', 'doubted', 'uncertain', (_, { step, attempt, settledAt }) => ({
    kind: 'uncertain',
    ...{ step, attempt, settledAt },
    code: 'was-elsewhere',
    until: 0,
  })),
  arrow(
    'ready',
    'lacking',
    'needs-person',
    (_, { step }) => ({ kind: 'needs-person', what: 'consent', step }),
    { words: 'consent', holds: (_, event) => event.need === 'consent' },
  ),
  arrow('ready', 'lacking', 'waiting', (_, { step, need }) => ({ kind: 'waiting', step, need })),
  arrow('ready', 'postponed', 'paused', paused),
  arrow('ready', 'finished', 'done', () => ({ kind: 'done' })),
  arrow('waiting', 'available', 'ready', ready),
  arrow('paused', 'due', 'ready', ready, {
    words: 'has an end',
    holds: ({ until }) => until !== undefined,
  }),
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
    (state, { code, until }) => ({ kind: 'uncertain', ...doubt(state, code), until }),
    onlyOnce,
  ),
  arrow('running', 'postponed', 'paused', paused),
  arrow('running', 'lacking', 'waiting', ({ step }, { need }) => ({ kind: 'waiting', step, need })),
  arrow(
    'running',
    'interrupted',
    'uncertain',
    (state) => ({ kind: 'uncertain', ...doubt(state, 'interrupted'), until: 0 }),
    onlyOnce,
  ),
  arrow('running', 'interrupted', 'ready', ready),
];

const resolving: Transition[] = [
  arrow('uncertain', 'happened', 'ready', ready),
  arrow('uncertain', 'absent', 'paused', paused),
  arrow('uncertain', 'postponed', 'needs-person', (state) => check(state, 'budget-spent', null), {
    words: 'no end',
    holds: (_, { until }) => until === undefined,
  }),
  arrow('uncertain', 'postponed', 'uncertain', (state, { until = 0 }) => ({ ...state, until })),
  arrow('uncertain', 'set-back', 'uncertain', (state, { settledAt }) => ({ ...state, settledAt })),
  arrow('uncertain', 'still-unknown', 'needs-person', (state, { code, detail }) =>
    check(state, code, detail),
  ),
  whileAsked('check', 'happened', 'ready', ready),
  // What a program learned that went on without knowing: kept, but who goes on is still to be said.
  whileAsked('takeover', 'happened', 'needs-person', (state) => state),
  whileAsked('check', 'absence-stated', 'ready', ready, {
    words: 'settled',
    holds: ({ settledAt }, { at }) => at >= settledAt,
  }),
];

const byPerson: Transition[] = [
  whileAsked('consent', 'consented', 'ready', ready, {
    words: 'of that step',
    holds: ({ step }, event) => step === event.step,
  }),
  // Who agreed to one key may choose another, or another program.
  arrow('waiting', 'consented', 'ready', ready, {
    words: 'unlock',
    holds: (state) => state.need === 'unlock',
  }),
  whileAsked('mend', 'try-now', 'ready', ready),
  whileAsked('check', 'try-now', 'uncertain', (state) => ({
    kind: 'uncertain',
    ...doubt(state, 'asked-again'),
    until: 0,
  })),
  whileAsked('takeover', 'taken-over', 'ready', ready),
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
    unresolved: what === 'check' || what === 'takeover',
  })),
];

// A running step ends by itself; what its program learned is told to whoever has the entry then.
const disowned: Transition[] = (
  ['ready', 'waiting', 'running', 'uncertain', 'paused', 'needs-person'] as const
).map((from) =>
  arrow(from, 'disowned', 'needs-person', (_, { other }) => ({
    kind: 'needs-person',
    what: 'takeover',
    other,
  })),
);

/** The whole machine (docs/outbox.md is drawn from it). What is not listed cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  ...ownSteps,
  ...endings,
  ...resolving,
  ...byPerson,
  ...disowned,
];

/** The state after an event, or `undefined` where the machine has no such arrow. */
export const transition = (state: EntryState, event: OutboxEvent): EntryState | undefined =>
  TRANSITIONS.find((row) => row.fits(state, event))?.enter(state, event);
