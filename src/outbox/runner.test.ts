import { expect, it } from 'vitest';
import { queueOfTwoSteps as queue, type Steps } from '../../test/support/two-steps.ts';
import { brokenAt } from './log.ts';
import { proveByHint } from './resolve.ts';
import { command, recover } from './runner.ts';
import type { Outcome } from './types.ts';

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
  store.beforeSave = ({ progress: { done } }) =>
    done.includes('post') && full-- > 0 ? 'storage-full' : undefined;
  expect(await go()).toEqual({ kind: 'done' });
  expect(full).toBeLessThan(0);
  expect(asked).toEqual(['put', 'post']);
  expect(store.entry(id).progress.done).toEqual(['put', 'post']);
});

/** A queue whose writings are told apart by the rows each of them appends. */
const watched = async () => {
  const two = await queue();
  const writings: string[][] = [];
  const { save } = two.store;
  two.store.save = async (entry, rows) => {
    writings.push(rows.map(({ event }) => event));
    return save(entry, rows);
  };
  return { ...two, writings };
};

it('writes a result together with what follows it at once', async () => {
  const { go, consent, writings } = await watched();
  await go();
  await consent();
  await go();
  expect(writings).toEqual([
    ['begun'],
    ['applied', 'lacking'],
    ['consented'],
    ['begun'],
    ['applied', 'finished'],
  ]);
});

it('writes a result alone where the next step has to be asked for, or somebody waits', async () => {
  const { go, deps, writings } = await watched();
  deps.mayFollow = () => false;
  await go();
  expect(writings).toEqual([['begun'], ['applied'], ['lacking']]);
});

it('writes what a step only computes together with the intentions before and after it', async () => {
  const { go, consent, deps, writings } = await watched();
  const { next } = deps.protocol;
  deps.protocol.next = (entry) => {
    const { done } = entry.progress;
    if (!done.includes('put') || done.includes('sum')) return next(entry);
    const progress = { done: [...done, 'sum'] };
    return {
      ...{ id: 'sum', effect: 'none', needs: [] },
      run: async () => ({ kind: 'applied', progress, meaning: 'computed' }),
    };
  };
  await go();
  expect(writings).toEqual([['begun'], ['applied', 'begun', 'applied', 'lacking']]);
  await consent();
  expect(await go()).toEqual({ kind: 'done' });
});

/** A step between the two that only signs. */
const signing = async () => {
  const two = await watched();
  const { deps } = two;
  const { next } = deps.protocol;
  deps.protocol.next = (entry) => {
    const { done } = entry.progress;
    if (!done.includes('put') || done.includes('sign')) return next(entry);
    const run = async (): Promise<Outcome<Steps>> => {
      two.asked.push('sign');
      return { kind: 'applied', progress: { done: [...done, 'sign'] }, meaning: 'signed' };
    };
    return { ...{ id: 'sign', effect: 'none', needs: ['unlock'] }, run };
  };
  return two;
};

it('writes a signature together with what comes before and after it, and lets no result wait for it', async () => {
  const { go, consent, writings, asked } = await signing();
  await go();
  expect(writings).toEqual([['begun'], ['applied'], ['begun', 'applied', 'lacking']]);
  await consent();
  expect(await go()).toEqual({ kind: 'done' });
  expect(asked).toEqual(['put', 'sign', 'post']);
});

it('makes a signature again that could not be written, and goes on with none that is not', async () => {
  const { go, store, asked, id } = await signing();
  store.beforeSave = ({ progress: { done } }) =>
    done.includes('sign') ? 'storage-full' : undefined;
  expect(await go()).toBe('storage-full');
  expect(store.entry(id)).toMatchObject({ state: { kind: 'ready' }, progress: { done: ['put'] } });
  store.beforeSave = () => undefined;
  expect(await go()).toMatchObject({ kind: 'needs-person', what: 'consent' });
  expect(asked).toEqual(['put', 'sign', 'sign']);
});

it('drops the next intention with a result that comes too late, and keeps what was learned', async () => {
  const { go, consent, deps, store, id, clock } = await queue();
  await go();
  await consent();
  const { next } = deps.protocol;
  deps.protocol.next = (entry) => {
    const step = next(entry);
    if (step === 'done') return step;
    const run: typeof step.run = async (signal, late) => {
      await recover(store.entry(id), { store, clock });
      return step.run(signal, late);
    };
    return { ...step, run };
  };
  expect(await go()).toEqual({ kind: 'done' });
  expect(store.rows(id).map(({ event }) => event)).toEqual([
    ...['queued', 'begun', 'applied', 'lacking', 'consented'],
    ...['begun', 'interrupted', 'happened', 'finished'],
  ]);
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
    step.run = async (signal, late) => {
      recovered.push(recover(store.entry(id), deps));
      await Promise.all(recovered);
      return run(signal, late);
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

it('does not act on an intention that has grown old', async () => {
  const { go, consent, asked, store, clock } = await queue();
  await go();
  await consent();
  const { save } = store;
  store.save = async (entry, rows) => {
    const saved = await save(entry, rows);
    if (entry.state.kind === 'running') clock.at += 60_000;
    return saved;
  };
  expect(await go()).toMatchObject({ kind: 'paused', reason: 'fault' });
  expect(asked).toEqual(['put']);
});

it('tells a step that looks before it acts when the look took too long', async () => {
  const { go, consent, deps, clock } = await queue();
  await go();
  await consent();
  const told: boolean[] = [];
  const { next } = deps.protocol;
  deps.protocol.next = (entry) => {
    const step = next(entry);
    if (step === 'done') return step;
    const run: typeof step.run = async (signal, late) => {
      told.push(late() === undefined);
      clock.at += 60_000;
      told.push(late() === undefined);
      return step.run(signal, late);
    };
    return { ...step, run };
  };
  await go();
  expect(told).toEqual([true, false]);
});
