import { enqueue } from '../../src/outbox/entry.ts';
import type { Availability, OutboxDeps, Step } from '../../src/outbox/ports.ts';
import { command, drain } from '../../src/outbox/runner.ts';
import type { Need, Outcome, Resolution } from '../../src/outbox/types.ts';
import { memoryOutbox } from './outbox-memory.ts';

type TwoSteps = { what: string };
export type Steps = { done: string[] };

const applied = (done: string[]): Outcome<Steps> => ({
  kind: 'applied',
  progress: { done },
  meaning: 'made',
});

/** A queue with one errand: a repeatable step `put`, then a step `post` that must not happen twice. */
export const queueOfTwoSteps = async ({ settleMs = 0 } = {}) => {
  const store = memoryOutbox<TwoSteps, Steps>();
  const clock = { at: 1_000_000_000, now: () => clock.at };
  const asked: string[] = [];
  const answers: { put: Outcome<Steps>[]; post: Outcome<Steps>[]; resolve: Resolution<Steps>[] } = {
    put: [],
    post: [],
    resolve: [],
  };
  const have = new Map<Need, Availability>();
  const run = (step: 'put' | 'post', done: string[]) => async () => {
    asked.push(step);
    return answers[step].shift() ?? applied([...done, step]);
  };
  const deps: OutboxDeps<TwoSteps, Steps> = {
    store,
    clock,
    courtClock: clock,
    random: () => 0,
    ensure: async (need) => have.get(need) ?? { kind: 'at-hand' },
    mayFollow: (needs) => needs.every((need) => !have.has(need)),
    wait: async (ms) => {
      clock.at += ms;
    },
    signal: new AbortController().signal,
    protocol: {
      id: 'errand',
      next: ({ progress: { done } }): Step<Steps> | 'done' => {
        if (!done.includes('put')) {
          return { id: 'put', effect: 'repeatable', needs: ['token'], run: run('put', done) };
        }
        if (done.includes('post')) return 'done';
        return {
          id: 'post',
          effect: 'once',
          settleMs,
          needs: ['token', 'consent'],
          requestSha256: 'ab',
          run: run('post', done),
          resolve: async (_, hint) => {
            asked.push(hint ? `resolve ${hint}` : 'resolve');
            return answers.resolve.shift() ?? { kind: 'still-unknown', code: 'no-trace' };
          },
        };
      },
    },
  };
  const queued = await enqueue(
    {
      ambiente: 'simulado',
      representacao: 1,
      protocol: 'errand',
      owner: { id: 'here', name: 'aqui' },
      frozen: { what: 'x' },
      progress: { done: [] },
    },
    deps,
  );
  if (!queued.ok) throw new Error(queued.error);
  const { id } = queued.value;
  const rest = async () => {
    const drained = await drain(id, deps);
    return drained.ok ? drained.value.state : drained.error;
  };
  /** Waits out the seconds after a proof that a step did not happen, and rests at everything else. */
  const go = async () => {
    let state = await rest();
    while (typeof state !== 'string' && state.kind === 'paused' && state.reason === 'not-done') {
      clock.at = state.until ?? Number.NaN;
      state = await rest();
    }
    return state;
  };
  const consent = () => command(id, { kind: 'consented', step: 'post', means: 'pen' }, deps);
  return { id, store, clock, asked, answers, have, deps, go, consent };
};
