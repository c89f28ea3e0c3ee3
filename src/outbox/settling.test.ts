import { expect, it } from 'vitest';
import { queueOfTwoSteps as queue, type Steps } from '../../test/support/two-steps.ts';
import { commit } from './commit.ts';
import { command } from './runner.ts';
import type { Outcome, Resolution } from './types.ts';

// Doubt, waiting, other hands: what time and other programs do to an entry.

const LOST: Outcome<Steps> = { kind: 'unknown', code: 'no-answer' };
const FOUND: Resolution<Steps> = {
  kind: 'happened',
  progress: { done: ['put', 'post'] },
  meaning: 'found',
};
const MINUTE = 60_000;

/** Asked about a lost answer, five minutes before its absence proves anything. */
const inDoubt = async () => {
  const made = await queue({ settleMs: 5 * MINUTE });
  made.answers.post = [LOST];
  await made.go();
  await made.consent();
  return made;
};

it('takes nothing found for proof only once it can no longer be on its way', async () => {
  const { go, answers, asked, clock } = await inDoubt();
  answers.resolve = Array.from({ length: 2 }, () => ({ kind: 'absent', proof: 'not-listed' }));
  const begun = clock.at;
  expect(await go()).toMatchObject({ kind: 'uncertain', until: begun + 5 * MINUTE });
  clock.at = begun + 5 * MINUTE - 1;
  expect(await go()).toMatchObject({ kind: 'uncertain' });
  expect(asked.filter((step) => step === 'post')).toHaveLength(1);
  clock.at++;
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked.filter((step) => step === 'post')).toHaveLength(2);
});

it('counts from the moment it asked, not from that of the answer', async () => {
  const { go, deps, clock, asked } = await inDoubt();
  const { next } = deps.protocol;
  deps.protocol.next = (entry) => {
    const step = next(entry);
    if (step === 'done' || step.effect !== 'once') return step;
    const resolve = async (): Promise<Resolution<Steps>> => {
      clock.at += 6 * MINUTE;
      return { kind: 'absent', proof: 'not-listed' };
    };
    return { ...step, resolve };
  };
  expect(await go()).toMatchObject({ kind: 'uncertain' });
  expect(asked.filter((step) => step === 'post')).toHaveLength(1);
});

it('does not take the person’s word that it is not there before that', async () => {
  const { go, deps, clock, id } = await inDoubt();
  const settledAt = clock.at + 5 * MINUTE;
  expect(await go()).toMatchObject({ what: 'check', settledAt });
  const state = (at: number) => command(id, { kind: 'absence-stated', at }, deps);
  expect(await state(settledAt - 1)).toEqual({ ok: false, error: 'not-allowed' });
  expect((await state(settledAt)).ok).toBe(true);
});

it('begins the five minutes anew where the clock was set back', async () => {
  const { go, answers, clock, store, id } = await inDoubt();
  answers.resolve = Array.from({ length: 3 }, () => ({ kind: 'absent', proof: 'not-listed' }));
  await go();
  clock.at -= 30 * 24 * 60 * MINUTE;
  const setBack = clock.at;
  expect(await go()).toMatchObject({ kind: 'uncertain', settledAt: setBack + 5 * MINUTE });
  expect(store.rows(id).map(({ event }) => event)).toContain('set-back');
  clock.at += 5 * MINUTE;
  expect(await go()).toEqual({ kind: 'done' });
});

it('does not wait for ever where the clock was set back during a pause', async () => {
  const { go, answers, clock } = await queue();
  answers.put = [{ kind: 'pause', reason: 'server-unavailable' }];
  expect(await go()).toMatchObject({ kind: 'paused' });
  clock.at -= 1_000;
  expect(await go()).toMatchObject({ kind: 'paused' });
  clock.at -= 25 * 60 * MINUTE;
  expect(await go()).toMatchObject({ kind: 'needs-person', what: 'consent' });
});

it('does not wait for what need not settle where the court’s clock lags', async () => {
  const { go, consent, answers, deps, clock, store, id } = await queue();
  const begun = clock.at;
  deps.courtClock = {
    now: () => (store.entry(id).state.kind === 'uncertain' ? begun - 900 : begun),
  };
  answers.post = [LOST];
  answers.resolve = [{ kind: 'absent', proof: 'not-listed' }];
  await go();
  await consent();
  expect(await go()).toEqual({ kind: 'done' });
  expect(store.rows(id).map(({ event }) => event)).not.toContain('postponed');
});

it('knocks no faster and no longer where the server admits each time that it did nothing', async () => {
  const { go, consent, answers, asked, clock, deps, id } = await queue();
  answers.post = Array.from({ length: 40 }, () => LOST);
  answers.resolve = Array.from({ length: 40 }, () => ({ kind: 'absent', proof: 'not-listed' }));
  await go();
  await consent();
  const begun = clock.at;
  expect(await go()).toEqual({ kind: 'paused', reason: 'budget-spent' });
  expect(asked.filter((step) => step === 'post')).toHaveLength(30);
  expect(clock.at - begun).toBeGreaterThan(60 * MINUTE);
  answers.post = [];
  await command(id, { kind: 'try-now' }, deps);
  expect(await go()).toEqual({ kind: 'done' });
});

it('does not ask what became of a step before the server wants to be asked', async () => {
  const { go, consent, answers, clock } = await queue();
  answers.post = [{ kind: 'unknown', code: 'unavailable', retryAfterMs: 90_000 }];
  await go();
  await consent();
  expect(await go()).toMatchObject({ kind: 'uncertain', until: clock.at + 90_000 });
});

it('lets no server make it wait longer than a day', async () => {
  const { go, answers, clock } = await queue();
  answers.put = [{ kind: 'pause', reason: 'server-unavailable', retryAfterMs: 1e12 }];
  expect(await go()).toMatchObject({ until: clock.at + 24 * 60 * MINUTE });
});

it('stops after thirty failures in a row until the person goes on', async () => {
  const { go, answers, clock, asked, deps, id } = await queue();
  answers.put = Array.from({ length: 31 }, () => ({ kind: 'pause', reason: 'fault' }));
  let state = await go();
  while (typeof state !== 'string' && 'until' in state && state.until !== undefined) {
    clock.at = state.until;
    state = await go();
  }
  expect(state).toEqual({ kind: 'paused', reason: 'budget-spent' });
  expect(asked).toHaveLength(31);
  await command(id, { kind: 'try-now' }, deps);
  expect(await go()).toMatchObject({ what: 'consent' });
});

it('hands a doubt over to the person after thirty questions that came to nothing', async () => {
  const { go, answers, clock, deps, id } = await inDoubt();
  answers.resolve = Array.from({ length: 40 }, () => ({
    kind: 'pause',
    reason: 'server-unavailable',
  }));
  let state = await go();
  for (let n = 0; n < 40 && typeof state !== 'string' && state.kind === 'uncertain'; n++) {
    clock.at = state.until;
    state = await go();
  }
  expect(state).toMatchObject({ what: 'check', code: 'budget-spent' });
  answers.resolve = [FOUND];
  await command(id, { kind: 'try-now' }, deps);
  expect(await go()).toEqual({ kind: 'done' });
});

it('waits without end for a network, a token and a key, and counts none of it', async () => {
  const { go, have, clock, store, id } = await queue();
  have.set('token', { kind: 'pause', reason: 'no-network' });
  for (let n = 0; n < 100; n++) {
    const state = await go();
    if (typeof state === 'string' || !('until' in state)) throw new Error('not paused');
    clock.at = state.until ?? Number.NaN;
  }
  expect(store.entry(id)).toMatchObject({ failures: 0, waits: 100 });
});

it('asks first where an entry was in other hands, then goes on as ever', async () => {
  const { go, consent, answers, deps, id, store, asked } = await queue();
  await go();
  await consent();
  const other = { id: 'there', name: 'lá' };
  await commit(store.entry(id), { kind: 'disowned', other }, {}, deps);
  expect(await go()).toEqual({ kind: 'needs-person', what: 'takeover', other });
  await command(id, { kind: 'taken-over', owner: { id: 'here', name: 'aqui' } }, deps);
  answers.resolve = [{ kind: 'absent', proof: 'not-listed' }];
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['put', 'resolve', 'post']);
  expect(store.entry(id)).toMatchObject({ mustAsk: false, owner: { id: 'here' } });
});

it('keeps what a step brought that ran while its entry was disowned', async () => {
  const { go, consent, deps, id, store } = await queue();
  await go();
  await consent();
  const other = { id: 'there', name: 'lá' };
  const { next } = deps.protocol;
  deps.protocol.next = (entry) => {
    const step = next(entry);
    if (step === 'done') return step;
    const run: typeof step.run = async (signal, late) => {
      await commit(store.entry(id), { kind: 'disowned', other }, {}, deps);
      return step.run(signal, late);
    };
    return { ...step, run };
  };
  await go();
  expect(store.entry(id)).toMatchObject({
    state: { kind: 'needs-person', what: 'takeover' },
    progress: { done: ['put', 'post'] },
    mustAsk: true,
  });
});

it('runs a step once where two programs go on with one entry', async () => {
  const { go, consent, asked } = await queue();
  await Promise.all([go(), go()]);
  await consent();
  const ends = await Promise.all([go(), go(), go()]);
  expect(asked).toEqual(['put', 'post']);
  expect(ends).toContainEqual({ kind: 'done' });
  expect(await go()).toEqual({ kind: 'done' });
});
