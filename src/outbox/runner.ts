import { err, ok, type Result } from '../base/result.ts';
import { isDue } from './backoff.ts';
import { type CommitFault, commit, type Happening } from './commit.ts';
import type { PersonEvent } from './events.ts';
import type { OutboxDeps } from './ports.ts';
import { resolveStep } from './resolve.ts';
import { runStep } from './run-step.ts';
import type { Entry } from './types.ts';

type Committed<F, P, E = never> = Promise<Result<Entry<F, P>, CommitFault | E>>;

/**
 * One move of an entry: a step, a question about an uncertain one, or the end of a wait.
 * The same object comes back where there is nothing to do now. For the holder of the sender lock alone.
 */
export const advance = async <F, P>(
  entry: Entry<F, P>,
  deps: OutboxDeps<F, P>,
): Committed<F, P> => {
  const { state } = entry;
  switch (state.kind) {
    case 'ready':
      return runStep(entry, deps);
    case 'uncertain':
      return isDue(state.until, deps.clock.now()) ? resolveStep(entry, deps) : ok(entry);
    case 'waiting':
      return state.need !== 'consent' && (await deps.ensure(state.need)).kind === 'at-hand'
        ? commit(entry, { kind: 'available' }, {}, deps)
        : ok(entry);
    case 'paused':
      return state.until !== undefined && isDue(state.until, deps.clock.now())
        ? commit(entry, { kind: 'due' }, {}, deps)
        : ok(entry);
    default:
      return ok(entry);
  }
};

/** Moves an entry as far as it goes now. */
export const drain = async <F, P>(
  id: string,
  deps: OutboxDeps<F, P>,
): Committed<F, P, 'no-such-entry'> => {
  const stored = await deps.store.load(id);
  if (!stored) return err('no-such-entry');
  let entry = stored;
  while (!deps.signal.aborted) {
    const moved: Result<Entry<F, P>, CommitFault> = await advance(entry, deps);
    if (!moved.ok || moved.value === entry) return moved;
    entry = moved.value;
  }
  return ok(entry);
};

/**
 * For whoever takes the sender lock, before anything is sent: an entry found running belongs to a program that ended.
 * What may be repeated is ready again; what may not becomes uncertain.
 */
export const recover = async <F, P>(
  entry: Entry<F, P>,
  deps: Pick<OutboxDeps<F, P>, 'store' | 'clock'>,
): Committed<F, P> =>
  entry.state.kind === 'running' ? commit(entry, { kind: 'interrupted' }, {}, deps) : ok(entry);

/**
 * Does what the person asks of an entry. `not-allowed` while a step runs (it ends by itself)
 * and wherever the machine has no such arrow.
 */
export const command = async <F, P>(
  id: string,
  event: PersonEvent,
  deps: Pick<OutboxDeps<F, P>, 'store' | 'clock'>,
): Committed<F, P, 'no-such-entry'> => {
  const entry = await deps.store.load(id);
  if (!entry) return err('no-such-entry');
  return commit(entry, event, wordOf(event).note, deps);
};

/** What the person asks, as the log tells it. */
export const wordOf = (event: PersonEvent): Happening<never> => ({
  event,
  note: { meaning: event.kind === 'consented' ? `by-person ${event.means}` : 'by-person' },
});
