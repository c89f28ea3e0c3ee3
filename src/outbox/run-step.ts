import { err, type Result } from '../base/result.ts';
import { waitAfter } from './backoff.ts';
import {
  type CommitFault,
  commit,
  type Happening,
  type Note,
  takeIn,
  type Unwritten,
  write,
} from './commit.ts';
import type { OutboxEvent } from './events.ts';
import type { Availability, Late, OutboxDeps, Step } from './ports.ts';
import type { Entry, Need, Outcome, PauseReason } from './types.ts';

type Committed<F, P> = Promise<Result<Entry<F, P>, CommitFault>>;

/**
 * Runs the next step of a ready entry: needs, intention, act, result; each written as it comes. Goes on with the steps
 * that may follow at once.
 */
export const runStep = async <F, P>(
  entry: Entry<F, P>,
  deps: OutboxDeps<F, P>,
): Committed<F, P> => {
  const step = deps.protocol.next(entry);
  const lack = step === 'done' ? undefined : await firstLack(entry, step, deps);
  const first = lack ? { event: lack, note: {} } : opening(entry, step, deps);
  const opened = await takeIn({ entry, rows: [] }, first, deps.clock);
  if (!opened.ok) return opened;
  const computed = await withComputed(opened.value, step, deps);
  let moved: Result<Entry<F, P>, CommitFault> = await write(computed, deps.store);
  while (moved.ok && moved.value.state.kind === 'running') moved = await act(moved.value, deps);
  return moved;
};

/** What comes where nothing is lacking: the end, the doubt whether it was made elsewhere, or the intention. */
const opening = <F, P>(
  entry: Entry<F, P>,
  step: Step<P> | 'done',
  deps: OutboxDeps<F, P>,
): Happening<P> => {
  if (step === 'done') return { event: { kind: 'finished' }, note: {} };
  const attempt = attemptAt(entry, step, deps);
  if (entry.mustAsk && step.effect === 'once') {
    return { event: { kind: 'doubted', ...attempt }, note: {} };
  }
  return { event: { kind: 'begun', effect: step.effect, ...attempt }, note: requestOf(step) };
};

/** Does what was written as an intention. */
const act = async <F, P>(entry: Entry<F, P>, deps: OutboxDeps<F, P>): Committed<F, P> => {
  const step = deps.protocol.next(entry);
  if (step === 'done') return err('not-allowed');
  const late: Late = () => (isInTime(entry, step, deps) ? undefined : TOO_LATE);
  const outcome = late() ?? (await attempt(step, deps.signal, late));
  return writeResult(entry, step.id, outcome, deps);
};

const attemptAt = <F, P>(entry: Entry<F, P>, step: Step<P>, { courtClock }: OutboxDeps<F, P>) => ({
  step: step.id,
  attempt: entry.attempts + 1,
  settledAt: courtClock.now() + (step.effect === 'once' ? step.settleMs : 0),
});

const requestOf = <P>({ requestSha256 }: Step<P>): Note<P> =>
  requestSha256 === undefined ? {} : { requestSha256 };

const firstLack = async <F, P>(
  entry: Entry<F, P>,
  step: Step<P>,
  deps: OutboxDeps<F, P>,
): Promise<OutboxEvent | undefined> => {
  for (const need of step.needs) {
    const found = await look(entry, step, need, deps);
    if (found.kind === 'absent') return { kind: 'lacking', step: step.id, need };
    if (found.kind === 'pause') return postponed(entry, found, deps);
  }
  return undefined;
};

const look = async <F, P>(
  entry: Entry<F, P>,
  step: Step<P>,
  need: Need,
  deps: OutboxDeps<F, P>,
): Promise<Availability> => {
  if (need !== 'consent') return deps.ensure(need);
  return { kind: isConsented(entry, step) ? 'at-hand' : 'absent' };
};

const isConsented = <F, P>({ consents }: Entry<F, P>, { id }: Step<P>): boolean =>
  consents.some(({ step }) => step === id);

/**
 * Between the intention and the act lie one write and, for some steps, one look. What takes longer was frozen, may have
 * been taken for dead, and could arrive when its absence has been taken for proof. Less than what a step's `settleMs` allows.
 */
const ACT_WITHIN_MS = 50_000;

/** Nothing was asked of the other side. */
const TOO_LATE = { kind: 'pause', reason: 'fault' } as const;

const isInTime = <F, P>(
  { state }: Entry<F, P>,
  step: Step<P>,
  { courtClock }: OutboxDeps<F, P>,
): boolean =>
  step.effect !== 'once' ||
  state.kind !== 'running' ||
  courtClock.now() <= state.settledAt - step.settleMs + ACT_WITHIN_MS;

const attempt = async <P>(step: Step<P>, signal: AbortSignal, late: Late): Promise<Outcome<P>> => {
  try {
    return await step.run(signal, late);
  } catch {
    return step.effect === 'once'
      ? { kind: 'unknown', code: 'fault' }
      : { kind: 'pause', reason: 'fault' };
  }
};

/** Failures in a row after which an entry waits for the person; some six hours of waiting. */
const BUDGET = 30;

/** How long nobody acts; without an end once the budget is spent. */
export const pauseOf = <F, P>(
  { waits, failures }: Entry<F, P>,
  { reason, retryAfterMs }: { reason: PauseReason; retryAfterMs?: number },
  { clock, random }: OutboxDeps<F, P>,
): { reason: PauseReason; until?: number } =>
  failures >= BUDGET
    ? { reason: 'budget-spent' }
    : { reason, until: clock.now() + waitAfter(waits, random, retryAfterMs) };

/** The event of a pause. */
export const postponed = <F, P>(
  entry: Entry<F, P>,
  pause: Extract<Availability, { kind: 'pause' }>,
  deps: OutboxDeps<F, P>,
): OutboxEvent => ({ kind: 'postponed', ...pauseOf(entry, pause, deps) });

/** Whether it happened is asked at once, or when the server wants to be asked; what may be repeated is not asked about. */
const unknown = <F, P>(
  entry: Entry<F, P>,
  { code, retryAfterMs }: Extract<Outcome<P>, { kind: 'unknown' }>,
  deps: OutboxDeps<F, P>,
): OutboxEvent => {
  const asked = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (entry.state.kind === 'running' && entry.state.effect !== 'once') {
    return postponed(entry, { kind: 'pause', reason: 'server-unavailable', ...asked }, deps);
  }
  const wait = retryAfterMs === undefined ? 0 : waitAfter(0, deps.random, retryAfterMs);
  return { kind: 'unknown', code, until: deps.clock.now() + wait };
};

const eventOf = <F, P>(
  entry: Entry<F, P>,
  step: string,
  outcome: Outcome<P>,
  deps: OutboxDeps<F, P>,
): OutboxEvent => {
  switch (outcome.kind) {
    case 'applied':
      return { kind: 'applied' };
    case 'refused':
      return {
        kind: 'refused',
        code: outcome.code,
        detail: outcome.detail,
        mendable: outcome.progress !== undefined,
      };
    case 'unknown':
      return unknown(entry, outcome, deps);
    case 'pause':
      return postponed(entry, outcome, deps);
    case 'missing':
      // A token that was refused right after it was renewed will not get better by renewing at once.
      if (outcome.need === 'token' && entry.tokenRefused) {
        return postponed(entry, { kind: 'pause', reason: 'token-refused' }, deps);
      }
      return { kind: 'lacking', step, need: outcome.need };
  }
};

/** What goes into the log with an outcome or a resolution. */
export const noteOf = <P>(found: {
  kind: string;
  answerSha256?: string;
  progress?: P;
  meaning?: string;
  code?: string;
  proof?: string;
}): Note<P> => {
  const meaning = found.meaning ?? found.code ?? found.proof;
  return {
    ...(found.answerSha256 !== undefined && { answerSha256: found.answerSha256 }),
    ...(found.progress !== undefined && { progress: found.progress }),
    ...(meaning !== undefined && { meaning }),
  };
};

/** A result is never dropped for want of room: an id that the court gave exists nowhere else yet. */
const writeResult = async <F, P>(
  entry: Entry<F, P>,
  step: string,
  outcome: Outcome<P>,
  deps: OutboxDeps<F, P>,
): Committed<F, P> => {
  const result = { event: eventOf(entry, step, outcome, deps), note: noteOf(outcome) };
  for (let full = 0; ; full++) {
    const taken = await takeIn({ entry, rows: [] }, result, deps.clock);
    if (!taken.ok) return taken;
    const saved = await write(await withNext(taken.value, withoutSigning(deps)), deps.store);
    if (saved.ok) return saved;
    if (saved.error === 'stale-revision') return tellLate(entry, outcome, saved, deps);
    if (deps.signal.aborted) return saved;
    await deps.wait(waitAfter(full, deps.random), deps.signal);
  }
};

/** A result waits for nothing, not even for a signature. */
const withoutSigning = <F, P>(deps: OutboxDeps<F, P>): OutboxDeps<F, P> => ({
  ...deps,
  mayFollow: (needs) => !needs.includes('unlock') && deps.mayFollow(needs),
});

/**
 * A result with what follows it at once: the next intention, the end, the person's turn; and what a step makes here alone.
 * One writing of both is two writings between which no program ended (decision 0080).
 */
const withNext = async <F, P>(
  result: Unwritten<F, P>,
  deps: OutboxDeps<F, P>,
): Promise<Unwritten<F, P>> => {
  const { entry } = result;
  if (entry.state.kind !== 'ready') return result;
  const step = deps.protocol.next(entry);
  const next = following(entry, step, deps);
  const opened = next && (await takeIn(result, next, deps.clock));
  return opened?.ok ? withComputed(opened.value, step, deps) : result;
};

/** With the result of a step that asks nobody, where that is what was begun, and with what follows it. */
const withComputed = async <F, P>(
  opened: Unwritten<F, P>,
  step: Step<P> | 'done',
  deps: OutboxDeps<F, P>,
): Promise<Unwritten<F, P>> => {
  if (opened.entry.state.kind !== 'running' || !asksNobody(step)) return opened;
  const outcome = await attempt(step, deps.signal, () => undefined);
  if (outcome.kind !== 'applied') return opened;
  const made = { event: { kind: 'applied' }, note: noteOf(outcome) } as const;
  const computed = await takeIn(opened, made, deps.clock);
  return computed.ok ? withNext(computed.value, deps) : opened;
};

/** `undefined` where somebody has to be asked first, or is waiting. */
const following = <F, P>(
  entry: Entry<F, P>,
  step: Step<P> | 'done',
  deps: OutboxDeps<F, P>,
): Happening<P> | undefined => {
  const needs = step === 'done' ? [] : step.needs;
  if (!deps.mayFollow(needs.filter((need) => need !== 'consent'))) return undefined;
  if (step !== 'done' && needs.includes('consent') && !isConsented(entry, step)) {
    return { event: { kind: 'lacking', step: step.id, need: 'consent' }, note: {} };
  }
  return opening(entry, step, deps);
};

/** It computes, or signs with the open key: nobody learns of it before its result is written (decision 0106). */
const asksNobody = <P>(step: Step<P> | 'done'): step is Step<P> =>
  step !== 'done' && step.effect === 'none' && step.needs.every((need) => HERE.has(need));

const HERE = new Set<Need>(['consent', 'unlock']);

/** Another tab took the entry for dead, or it was disowned meanwhile; what this one learned still settles the doubt. */
const tellLate = async <F, P>(
  { id, attempts }: Entry<F, P>,
  outcome: Outcome<P>,
  stale: Result<Entry<F, P>, CommitFault>,
  deps: OutboxDeps<F, P>,
): Committed<F, P> => {
  const latest = await deps.store.load(id);
  if (latest?.attempts !== attempts || outcome.kind !== 'applied') return stale;
  return commit(latest, { kind: 'happened' }, noteOf(outcome), deps);
};
