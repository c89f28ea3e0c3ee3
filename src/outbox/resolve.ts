import { err, ok, type Result } from '../base/result.ts';
import { type CommitFault, commit } from './commit.ts';
import type { OutboxEvent } from './events.ts';
import type { Availability, OutboxDeps } from './ports.ts';
import { noteOf, pauseOf, postponed } from './run-step.ts';
import type { Entry, Need, Resolution } from './types.ts';

type Committed<F, P, E = never> = Promise<Result<Entry<F, P>, CommitFault | E>>;

/** Asks whether an uncertain step happened. The same entry comes back while there is nothing to ask with. */
export const resolveStep = async <F, P>(
  entry: Entry<F, P>,
  deps: OutboxDeps<F, P>,
): Committed<F, P> => {
  const lack = await lackToAsk(deps);
  if (lack?.kind === 'absent') return ok(entry);
  if (lack) return commit(entry, postponed(entry, lack, deps), {}, deps);
  const askedAt = deps.courtClock.now();
  const settledAt = latestProof(entry, askedAt, deps);
  if (settledAt !== undefined) return commit(entry, { kind: 'set-back', settledAt }, {}, deps);
  const resolution = await ask(entry, deps);
  switch (resolution.kind) {
    case 'happened':
      return commit(entry, { kind: 'happened' }, noteOf(resolution), deps);
    case 'absent':
      return commit(entry, absence(entry, askedAt, deps), noteOf(resolution), deps);
    case 'still-unknown': {
      const { code, detail = null } = resolution;
      return commit(entry, { kind: 'still-unknown', code, detail }, noteOf(resolution), deps);
    }
    case 'pause':
      return commit(entry, postponed(entry, resolution, deps), noteOf(resolution), deps);
    case 'missing':
      return commit(
        entry,
        postponed(entry, { kind: 'pause', reason: 'token-refused' }, deps),
        noteOf(resolution),
        deps,
      );
  }
};

/** The court tells its time in whole seconds, and its answers take theirs. */
const CLOCK_SLACK_MS = 60_000;

/** When absence is proof, where that was written down by a clock that has been set back since. */
const latestProof = <F, P>(
  entry: Entry<F, P>,
  askedAt: number,
  { protocol }: OutboxDeps<F, P>,
): number | undefined => {
  const step = protocol.next(entry);
  if (entry.state.kind !== 'uncertain' || step === 'done' || step.effect !== 'once')
    return undefined;
  const left = entry.state.settledAt - askedAt;
  return left > step.settleMs + CLOCK_SLACK_MS ? askedAt + step.settleMs : undefined;
};

/** No trace is proof only where the request could not be on its way any more when the question was asked. */
const absence = <F, P>(
  entry: Entry<F, P>,
  askedAt: number,
  deps: OutboxDeps<F, P>,
): OutboxEvent => {
  const step = deps.protocol.next(entry);
  // A clock that is told in whole seconds goes back a little: what need not settle is not made to wait by that.
  const settles = step !== 'done' && step.effect === 'once' && step.settleMs > 0;
  const { state } = entry;
  const left = settles && state.kind === 'uncertain' ? state.settledAt - askedAt : 0;
  // A server that takes nothing and admits it is not knocked at without a pause, nor for ever.
  return left > 0
    ? { kind: 'postponed', reason: 'settling', until: deps.clock.now() + left }
    : { kind: 'absent', ...pauseOf(entry, { reason: 'not-done' }, deps) };
};

/**
 * The person looked and brings what they found (an id). Only a proof moves the entry;
 * otherwise the error says why the hint did not prove anything and nothing changes.
 */
export const proveByHint = async <F, P>(
  entry: Entry<F, P>,
  hint: string,
  deps: OutboxDeps<F, P>,
): Committed<F, P, string> => {
  if (entry.state.kind !== 'needs-person' || entry.state.what !== 'check') {
    return err('not-allowed');
  }
  const lack = await lackToAsk(deps);
  if (lack) return err(lack.kind === 'pause' ? lack.reason : `missing-${lack.need}`);
  const resolution = await ask(entry, deps, hint);
  switch (resolution.kind) {
    case 'happened':
      return commit(entry, { kind: 'happened' }, noteOf(resolution), deps);
    case 'absent':
      return err(resolution.proof);
    case 'still-unknown':
      return err(resolution.code);
    case 'pause':
      return err(resolution.reason);
    case 'missing':
      return err(`missing-${resolution.need}`);
  }
};

type Lack = { kind: 'absent'; need: Need } | Extract<Availability, { kind: 'pause' }>;

const lackToAsk = async <F, P>({ ensure }: OutboxDeps<F, P>): Promise<Lack | undefined> => {
  for (const need of ['token', 'network'] as const) {
    const found = await ensure(need);
    if (found.kind === 'absent') return { kind: 'absent', need };
    if (found.kind === 'pause') return found;
  }
  return undefined;
};

const ask = async <F, P>(
  entry: Entry<F, P>,
  deps: OutboxDeps<F, P>,
  hint?: string,
): Promise<Resolution<P>> => {
  const step = deps.protocol.next(entry);
  if (step === 'done' || step.effect !== 'once') {
    return { kind: 'still-unknown', code: 'step-unknown' };
  }
  try {
    return await step.resolve(deps.signal, hint);
  } catch {
    return { kind: 'pause', reason: 'fault' };
  }
};
