import type { Result } from '../base/result.ts';
import { waitAfter } from './backoff.ts';
import { type CommitFault, commit, type Note } from './commit.ts';
import type { OutboxEvent } from './events.ts';
import type { Availability, Late, OutboxDeps, Step } from './ports.ts';
import type { Entry, Need, Outcome, PauseReason } from './types.ts';

type Committed<F, P> = Promise<Result<Entry<F, P>, CommitFault>>;

/** Runs the next step of a ready entry: needs, intention, act, result; each written as it comes. */
export const runStep = async <F, P>(
  entry: Entry<F, P>,
  deps: OutboxDeps<F, P>,
): Committed<F, P> => {
  const step = deps.protocol.next(entry);
  if (step === 'done') return commit(entry, { kind: 'finished' }, {}, deps);
  const lack = await firstLack(entry, step, deps);
  if (lack) return commit(entry, lack, {}, deps);
  if (entry.mustAsk && step.effect === 'once') {
    return commit(entry, { kind: 'doubted', ...attemptAt(entry, step, deps) }, {}, deps);
  }
  const begun = await commit(entry, intention(entry, step, deps), requestOf(step), deps);
  if (!begun.ok) return begun;
  const late: Late = () => (isInTime(begun.value, step, deps) ? undefined : TOO_LATE);
  const outcome = late() ?? (await attempt(step, deps.signal, late));
  return writeResult(begun.value, step.id, outcome, deps);
};

const attemptAt = <F, P>(entry: Entry<F, P>, step: Step<P>, { courtClock }: OutboxDeps<F, P>) => ({
  step: step.id,
  attempt: entry.attempts + 1,
  settledAt: courtClock.now() + (step.effect === 'once' ? step.settleMs : 0),
});

const intention = <F, P>(
  entry: Entry<F, P>,
  step: Step<P>,
  deps: OutboxDeps<F, P>,
): OutboxEvent => ({ kind: 'begun', effect: step.effect, ...attemptAt(entry, step, deps) });

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
  return { kind: entry.consents.some((given) => given.step === step.id) ? 'at-hand' : 'absent' };
};

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
  const event = eventOf(entry, step, outcome, deps);
  for (let full = 0; ; full++) {
    const saved = await commit(entry, event, noteOf(outcome), deps);
    if (saved.ok || saved.error === 'not-allowed') return saved;
    if (saved.error === 'stale-revision') return tellLate(entry, outcome, saved, deps);
    if (deps.signal.aborted) return saved;
    await deps.wait(waitAfter(full, deps.random), deps.signal);
  }
};

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
