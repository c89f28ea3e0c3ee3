import { expect, it } from 'vitest';
import { memoryOutbox } from '../../test/support/outbox-memory.ts';
import { commit } from './commit.ts';
import { enqueue } from './entry.ts';
import { brokenAt } from './log.ts';
import type { Availability, OutboxDeps, Step } from './ports.ts';
import { proveByHint } from './resolve.ts';
import { command, drain, recover } from './runner.ts';
import type { Need, Outcome, Resolution } from './types.ts';

type Errand = { what: string };
type Steps = { done: string[] };

const applied = (done: string[]): Outcome<Steps> => ({
  kind: 'applied',
  progress: { done },
  meaning: 'made',
});

/** A queue with one errand: a repeatable step `put`, then a step `post` that must not happen twice. */
const queue = async ({ settleMs = 0 } = {}) => {
  const store = memoryOutbox<Errand, Steps>();
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
  const deps: OutboxDeps<Errand, Steps> = {
    store,
    clock,
    courtClock: clock,
    random: () => 0,
    ensure: async (need) => have.get(need) ?? { kind: 'at-hand' },
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
  const go = async () => {
    const drained = await drain(id, deps);
    return drained.ok ? drained.value.state : drained.error;
  };
  const consent = () => command(id, { kind: 'consented', step: 'post', means: 'pen' }, deps);
  return { id, store, clock, asked, answers, have, deps, go, consent };
};

it('goes to its end, writing each intention before the act', async () => {
  const { go, consent, asked, store, id } = await queue();
  expect(await go()).toEqual({ kind: 'needs-person', what: 'consent', step: 'post' });
  await consent();
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['put', 'post']);
  expect(store.rows(id).map(({ event, step, attempt }) => [event, step, attempt])).toEqual([
    ['queued', null, null],
    ['begun', 'put', 1],
    ['applied', 'put', 1],
    ['lacking', 'post', null],
    ['consented', 'post', null],
    ['begun', 'post', 2],
    ['applied', 'post', 2],
    ['finished', null, null],
  ]);
  expect(store.rows(id)[5]?.requestSha256).toBe('ab');
});

it('does not act when its intention cannot be written', async () => {
  const { go, store, asked } = await queue();
  store.beforeSave = () => 'storage-full';
  expect(await go()).toBe('storage-full');
  expect(asked).toEqual([]);
});

it('keeps a result in hand until there is room for it', async () => {
  const { go, consent, store, asked, id } = await queue();
  await go();
  await consent();
  let full = 3;
  store.beforeSave = ({ state }) =>
    state.kind === 'ready' && full-- > 0 ? 'storage-full' : undefined;
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['put', 'post']);
  expect(store.entry(id).progress.done).toEqual(['put', 'post']);
});

it('asks about a lost answer and does not act again', async () => {
  const { go, consent, asked, answers } = await queue();
  answers.post = [{ kind: 'unknown', code: 'no-answer' }];
  answers.resolve = [{ kind: 'happened', progress: { done: ['put', 'post'] }, meaning: 'found' }];
  await go();
  await consent();
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['put', 'post', 'resolve']);
});

it('acts again only after absence is proven or stated by the person', async () => {
  const { go, consent, asked, answers, deps, id, store } = await queue();
  const lost: Outcome<Steps> = { kind: 'unknown', code: 'no-answer' };
  answers.post = [lost, lost];
  answers.resolve = [{ kind: 'absent', proof: 'not-listed' }];
  await go();
  await consent();
  expect(await go()).toMatchObject({ kind: 'needs-person', what: 'check', step: 'post' });
  expect(asked).toEqual(['put', 'post', 'resolve', 'post', 'resolve']);
  await command(id, { kind: 'absence-stated', at: deps.courtClock.now() }, deps);
  expect(store.rows(id).at(-1)).toMatchObject({ event: 'absence-stated', meaning: 'by-person' });
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked.filter((step) => step === 'post')).toHaveLength(3);
});

it('accepts what the person found only with proof', async () => {
  const { go, consent, answers, deps, id, store } = await queue();
  answers.post = [{ kind: 'unknown', code: 'no-answer' }];
  await go();
  await consent();
  await go();
  answers.resolve = [{ kind: 'still-unknown', code: 'content-differs' }];
  expect(await proveByHint(store.entry(id), '7', deps)).toEqual({
    ok: false,
    error: 'content-differs',
  });
  answers.resolve = [{ kind: 'happened', progress: { done: ['put', 'post'] }, meaning: 'found' }];
  await proveByHint(store.entry(id), '8', deps);
  expect(await go()).toEqual({ kind: 'done' });
});

it('takes a step that was running when the program ended for uncertain, unless it may be repeated', async () => {
  for (const [crashOn, after] of [
    ['put', 'ready'],
    ['post', 'uncertain'],
  ] as const) {
    const { go, consent, store, deps, id } = await queue();
    store.afterSave = ({ state }) => {
      if (state.kind === 'running' && state.step === crashOn) throw new Error('killed');
    };
    await go().catch(() => {});
    await consent();
    await go().catch(() => {});
    store.afterSave = () => {};
    const found = store.entry(id);
    expect(found.state).toMatchObject({ kind: 'running', step: crashOn });
    const recovered = await recover(found, deps);
    expect(recovered.ok && recovered.value.state.kind).toBe(after);
  }
});

it('lets a result that comes late settle the doubt another tab had', async () => {
  const { go, consent, store, deps, id, answers } = await queue();
  await go();
  await consent();
  const recovered: Promise<unknown>[] = [];
  answers.post = [];
  const post = deps.protocol.next;
  deps.protocol.next = (entry) => {
    const step = post(entry);
    if (step === 'done' || step.id !== 'post') return step;
    const run = step.run;
    step.run = async (signal) => {
      recovered.push(recover(store.entry(id), deps));
      await Promise.all(recovered);
      return run(signal);
    };
    return step;
  };
  expect(await go()).toEqual({ kind: 'done' });
  expect(store.rows(id).map(({ event }) => event)).toContain('happened');
});

it('waits longer after each failure, as long as the server says where it does', async () => {
  const { go, answers, clock, asked, store, id } = await queue();
  answers.put = [
    { kind: 'pause', reason: 'server-unavailable' },
    { kind: 'pause', reason: 'server-unavailable' },
    { kind: 'pause', reason: 'server-unavailable', retryAfterMs: 120_000 },
  ];
  const waits: number[] = [];
  for (let n = 0; n < 3; n++) {
    const state = await go();
    if (typeof state === 'string' || state.kind !== 'paused' || !state.until) throw new Error();
    waits.push(state.until - clock.at);
    await go();
    expect(asked).toHaveLength(n + 1);
    clock.at = state.until;
  }
  expect(waits).toEqual([1_000, 2_000, 120_000]);
  expect(await go()).toMatchObject({ kind: 'needs-person' });
  expect(store.entry(id).failures).toBe(0);
});

it('does not count a refused token as a failure, but does not renew in a circle either', async () => {
  const { go, answers, have, store, id } = await queue();
  answers.put = [
    { kind: 'missing', need: 'token' },
    { kind: 'missing', need: 'token' },
  ];
  have.set('token', { kind: 'absent' });
  expect(await go()).toEqual({ kind: 'waiting', step: 'put', need: 'token' });
  have.set('token', { kind: 'at-hand' });
  expect(await go()).toMatchObject({ kind: 'paused', reason: 'token-refused' });
  expect(store.rows(id).filter(({ event }) => event === 'lacking')).toHaveLength(2);
  expect(store.entry(id)).toMatchObject({ failures: 0, waits: 1 });
});

it('is paused, tried now and cancelled by the person, not while a step runs', async () => {
  const { go, deps, id, have, asked } = await queue();
  have.set('token', { kind: 'absent' });
  await go();
  await command(id, { kind: 'pause' }, deps);
  have.clear();
  expect(await go()).toEqual({ kind: 'paused', reason: 'person' });
  await command(id, { kind: 'try-now' }, deps);
  await go();
  expect(asked).toEqual(['put']);
  await command(id, { kind: 'cancel' }, deps);
  expect(await go()).toEqual({ kind: 'cancelled', unresolved: false });
  expect(await command(id, { kind: 'try-now' }, deps)).toEqual({ ok: false, error: 'not-allowed' });
});

it('says that an entry given up in doubt is unresolved', async () => {
  const { go, consent, answers, deps, id } = await queue();
  answers.post = [{ kind: 'unknown', code: 'no-answer' }];
  await go();
  await consent();
  await go();
  await command(id, { kind: 'cancel' }, deps);
  expect(await go()).toEqual({ kind: 'cancelled', unresolved: true });
});

it('chains the log so that any changed, missing or moved row shows', async () => {
  const { go, store, id } = await queue();
  await go();
  const rows = store.rows(id);
  const { frozenSha256 } = store.entry(id);
  expect(await brokenAt(frozenSha256, rows)).toBe(-1);
  const changed = rows.map((row, n) => (n === 1 ? { ...row, at: row.at + 1 } : row));
  expect(await brokenAt(frozenSha256, changed)).toBe(1);
  expect(
    await brokenAt(
      frozenSha256,
      rows.filter((_, n) => n !== 1),
    ),
  ).toBe(1);
  expect(await brokenAt('00', rows)).toBe(0);
});

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
    const run: typeof step.run = async (signal) => {
      await commit(store.entry(id), { kind: 'disowned', other }, {}, deps);
      return step.run(signal);
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
