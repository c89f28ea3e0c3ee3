import type { OutboxEvent } from './events.ts';
import type { Entry } from './types.ts';

type Subject = Entry<unknown, unknown>;

/** What an event changes of an entry besides its state. */
export type Change = Partial<
  Pick<
    Subject,
    | 'attempts'
    | 'waits'
    | 'failures'
    | 'tokenRefused'
    | 'consents'
    | 'absenceStated'
    | 'owner'
    | 'mustAsk'
    | 'representacao'
  >
>;

interface Effect<Event extends OutboxEvent> {
  /** As told in docs/outbox.md. */
  words: string;
  change(entry: Subject, event: Event): Change;
}

/** Reasons that say something of the server or of ourselves, and so use up the budget. */
const COUNTED = new Set(['server-unavailable', 'fault']);

const SETTLED: Change = { waits: 0, failures: 0, tokenRefused: false };

const settles: Effect<OutboxEvent> = {
  words: 'waits, failures and refused token are forgotten',
  change: () => SETTLED,
};
const proves: Effect<OutboxEvent> = {
  words: 'waits, failures, refused token and the duty to ask first are forgotten',
  change: () => ({ ...SETTLED, mustAsk: false }),
};

type Effects = {
  [Kind in OutboxEvent['kind']]?: Effect<Extract<OutboxEvent, { kind: Kind }>>;
};

/** The effects of the events (docs/outbox.md is drawn from it); what is not listed changes the state alone. */
export const EFFECTS: Effects = {
  begun: { words: 'the attempt is counted', change: (_, { attempt }) => ({ attempts: attempt }) },
  doubted: { words: 'the attempt is counted', change: (_, { attempt }) => ({ attempts: attempt }) },
  applied: settles,
  refused: settles,
  happened: {
    words: `${proves.words}; the duty stays where it is in other hands`,
    change: (entry, event) =>
      entry.state.kind === 'needs-person' && entry.state.what === 'takeover'
        ? SETTLED
        : proves.change(entry, event),
  },
  absent: {
    words: 'the duty to ask first is forgotten; waits and failures go on',
    change: () => ({ mustAsk: false, tokenRefused: false }),
  },
  'absence-stated': {
    words: 'as after a proof; that it was a statement is kept with the step',
    change: ({ absenceStated, state }) => ({
      ...SETTLED,
      mustAsk: false,
      absenceStated: 'step' in state ? [...absenceStated, state.step] : absenceStated,
    }),
  },
  unknown: {
    words: 'a wait and a failure are counted',
    change: ({ waits, failures }) => ({
      waits: waits + 1,
      failures: failures + 1,
      tokenRefused: false,
    }),
  },
  postponed: {
    words:
      'a wait is counted, but not that for a request to settle; a failure only where the server or our own code failed',
    change: ({ waits, failures }, { reason }) => ({
      waits: reason === 'settling' ? waits : waits + 1,
      failures: COUNTED.has(reason) ? failures + 1 : failures,
      tokenRefused: reason === 'token-refused',
    }),
  },
  lacking: {
    words: 'a token refused in the middle of a step is remembered',
    change: ({ state }, { need }) =>
      state.kind === 'running' && need === 'token' ? { tokenRefused: true } : {},
  },
  consented: {
    words: 'what was agreed to, and the means, are kept',
    change: ({ consents }, { step, means }) => ({ consents: [...consents, { step, means }] }),
  },
  represented: {
    words: 'in whose name it goes is kept',
    change: (_, { representacao }) => ({ representacao }),
  },
  'try-now': {
    words: 'waits and failures are forgotten',
    change: () => ({ waits: 0, failures: 0 }),
  },
  disowned: {
    words: 'from now on it has to ask first',
    change: () => ({ mustAsk: true }),
  },
  'taken-over': {
    words: 'it belongs to the one who took it over',
    change: (_, { owner }) => ({ owner }),
  },
};

/** What an event changes of an entry besides its state. */
export const changeBy = (entry: Subject, event: OutboxEvent): Change => {
  const effect = EFFECTS[event.kind] as Effect<OutboxEvent> | undefined;
  return effect?.change(entry, event) ?? {};
};
