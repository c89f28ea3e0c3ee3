import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { OutboxEvent } from './events.ts';
import { TRANSITIONS, transition } from './machine.ts';
import type { EntryState } from './types.ts';

const FINAL: EntryState['kind'][] = ['done', 'rejected', 'cancelled'];

const drawn = (): string =>
  [
    'stateDiagram-v2',
    '  [*] --> ready: queued',
    ...TRANSITIONS.map(
      ({ from, on, guard, to }) =>
        `  ${id(from)} --> ${id(to)}: ${on}${guard ? ` (${guard})` : ''}`,
    ),
    ...FINAL.map((state) => `  ${state} --> [*]`),
  ].join('\n');

const id = (state: string) => state.replace('-', '_');

it('is drawn in docs/outbox.md as it is', () => {
  const page = readFileSync(new URL('../../docs/outbox.md', import.meta.url), 'utf8');
  expect(/```mermaid\n([\s\S]*?)\n```/.exec(page)?.[1]).toBe(drawn());
});

it('leaves no state without a way on, and none after a final one', () => {
  const reached = new Set(TRANSITIONS.map(({ to }) => to));
  const left = new Set(TRANSITIONS.map(({ from }) => from));
  expect([...reached].filter((state) => !left.has(state)).sort()).toEqual([...FINAL].sort());
});

it('lets the person end everything but a running step', () => {
  const left = new Set(TRANSITIONS.map(({ from }) => from));
  const cancellable = TRANSITIONS.filter(({ on }) => on === 'cancel').map(({ from }) => from);
  expect([...left].filter((state) => !cancellable.includes(state))).toEqual(['running']);
});

it('never makes a step with effect once ready again without a verdict', () => {
  const running: EntryState = {
    kind: 'running',
    step: 'send',
    attempt: 1,
    effect: 'once',
    settledAt: 5,
  };
  expect(transition(running, { kind: 'interrupted' })?.kind).toBe('uncertain');
  expect(transition(running, { kind: 'unknown', code: 'lost', until: 9 })?.kind).toBe('uncertain');
  const uncertain: EntryState = {
    kind: 'uncertain',
    step: 'send',
    attempt: 1,
    code: 'lost',
    settledAt: 5,
    until: 0,
  };
  const toReady = TRANSITIONS.filter(({ from, to }) => from === uncertain.kind && to === 'ready');
  expect(toReady.map(({ on }) => on)).toEqual(['happened']);
});

it('has each guarded arrow before the one that always holds', () => {
  for (const [index, row] of TRANSITIONS.entries()) {
    const earlier = TRANSITIONS.slice(0, index);
    const shadowed = earlier.some(
      ({ from, on, guard }) => from === row.from && on === row.on && !guard,
    );
    expect(shadowed, `${row.from} on ${row.on}`).toBe(false);
  }
});

const owner = { id: 'there', name: 'lá' };
const doubt = { step: 'send', attempt: 1, code: 'lost', settledAt: 5 };

const STATES: Record<string, EntryState> = {
  ready: { kind: 'ready' },
  'waits for a token': { kind: 'waiting', step: 'send', need: 'token' },
  'waits for a key': { kind: 'waiting', step: 'sign', need: 'unlock' },
  'runs once': { kind: 'running', step: 'send', attempt: 1, effect: 'once', settledAt: 5 },
  'runs again': { kind: 'running', step: 'up', attempt: 1, effect: 'repeatable', settledAt: 5 },
  uncertain: { kind: 'uncertain', ...doubt, until: 0 },
  'paused until': { kind: 'paused', reason: 'no-network', until: 9 },
  'paused by the person': { kind: 'paused', reason: 'person' },
  consent: { kind: 'needs-person', what: 'consent', step: 'consent' },
  check: { kind: 'needs-person', what: 'check', ...doubt, detail: null },
  mend: { kind: 'needs-person', what: 'mend', step: 'send', code: 'x', detail: null },
  takeover: { kind: 'needs-person', what: 'takeover', other: owner },
  done: { kind: 'done' },
  rejected: { kind: 'rejected', step: 'send', code: 'x', detail: null },
  cancelled: { kind: 'cancelled', unresolved: false },
};

const EVENTS: Record<string, OutboxEvent> = {
  begun: { kind: 'begun', step: 'send', attempt: 2, effect: 'once', settledAt: 9 },
  doubted: { kind: 'doubted', step: 'send', attempt: 2, settledAt: 9 },
  applied: { kind: 'applied' },
  'refused for good': { kind: 'refused', code: 'x', detail: null, mendable: false },
  'refused, mendable': { kind: 'refused', code: 'x', detail: null, mendable: true },
  unknown: { kind: 'unknown', code: 'lost', until: 9 },
  'postponed until': { kind: 'postponed', reason: 'no-network', until: 9 },
  'postponed without end': { kind: 'postponed', reason: 'budget-spent' },
  'lacking a token': { kind: 'lacking', step: 'send', need: 'token' },
  'lacking consent': { kind: 'lacking', step: 'consent', need: 'consent' },
  interrupted: { kind: 'interrupted' },
  happened: { kind: 'happened' },
  absent: { kind: 'absent', reason: 'not-done', until: 9 },
  'set-back': { kind: 'set-back', settledAt: 9 },
  'still-unknown': { kind: 'still-unknown', code: 'x', detail: null },
  available: { kind: 'available' },
  due: { kind: 'due' },
  finished: { kind: 'finished' },
  disowned: { kind: 'disowned', other: owner },
  consented: { kind: 'consented', step: 'consent', means: 'pen' },
  'consented to another step': { kind: 'consented', step: 'other', means: 'pen' },
  'absence stated too early': { kind: 'absence-stated', at: 4 },
  'absence stated': { kind: 'absence-stated', at: 5 },
  'taken-over': { kind: 'taken-over', owner },
  represented: { kind: 'represented', representacao: 1 },
  'try-now': { kind: 'try-now' },
  pause: { kind: 'pause' },
  cancel: { kind: 'cancel' },
};

const KEPT = ['disowned: takeover'];
const REST = ['try-now: ready', 'pause: paused', 'cancel: cancelled'];
const RESULTS = [
  'postponed until: paused',
  'postponed without end: paused',
  'lacking a token: waiting',
  'lacking consent: waiting',
];

const ANSWERS: Record<keyof typeof STATES, string[]> = {
  ready: [
    'begun: running',
    'doubted: uncertain',
    'postponed until: paused',
    'postponed without end: paused',
    'lacking a token: waiting',
    'lacking consent: consent',
    'finished: done',
    ...KEPT,
    'pause: paused',
    'cancel: cancelled',
  ],
  'waits for a token': ['available: ready', ...KEPT, 'represented: ready', ...REST],
  'waits for a key': [
    'available: ready',
    ...KEPT,
    'consented: ready',
    'consented to another step: ready',
    ...REST,
  ],
  'runs once': [
    'applied: ready',
    'refused for good: rejected',
    'refused, mendable: mend',
    'unknown: uncertain',
    ...RESULTS,
    'interrupted: uncertain',
    ...KEPT,
  ],
  'runs again': [
    'applied: ready',
    'refused for good: rejected',
    'refused, mendable: mend',
    ...RESULTS,
    'interrupted: ready',
    ...KEPT,
  ],
  uncertain: [
    'postponed until: uncertain',
    'postponed without end: check',
    'happened: ready',
    'absent: paused',
    'set-back: uncertain',
    'still-unknown: check',
    ...KEPT,
    'try-now: uncertain',
    'cancel: cancelled in doubt',
  ],
  'paused until': ['due: ready', ...KEPT, ...REST],
  'paused by the person': [...KEPT, ...REST],
  consent: [...KEPT, 'consented: ready', 'cancel: cancelled'],
  check: [
    'happened: ready',
    ...KEPT,
    'absence stated: ready',
    'try-now: uncertain',
    'cancel: cancelled in doubt',
  ],
  mend: [...KEPT, 'try-now: ready', 'cancel: cancelled'],
  takeover: ['happened: takeover', ...KEPT, 'taken-over: ready', 'cancel: cancelled in doubt'],
  done: [],
  rejected: [],
  cancelled: [],
};

const nameOf = (state: EntryState): string => {
  if (state.kind === 'needs-person') return state.what;
  return state.kind === 'cancelled' && state.unresolved ? 'cancelled in doubt' : state.kind;
};

it('answers every event in every state so, and nothing else', () => {
  const table = Object.entries(STATES).map(([name, state]) => [
    name,
    Object.entries(EVENTS).flatMap(([event, what]) => {
      const next = transition(state, what);
      return next ? [`${event}: ${nameOf(next)}`] : [];
    }),
  ]);
  expect(Object.fromEntries(table)).toEqual(ANSWERS);
});
