import type { Clock } from '../base/clock.ts';
import type { Result } from '../base/result.ts';
import type { Entry, LogRow, Need, Outcome, PauseReason, Resolution } from './types.ts';

/** The outcome of a step that may not act any more; nothing while it may. */
export type Late = () => Outcome<never> | undefined;

interface StepBase<Progress> {
  /** Names the step in the log; `upload:2` and the like. */
  id: string;
  /** Made sure of in this order. */
  needs: readonly Need[];
  /** SHA-256 of what is about to be sent, lower-case hexadecimal; logged before it is sent. */
  requestSha256?: string;
  /**
   * Does it. A thrown error counts as "nobody knows". A step that must not happen twice and looks before it acts asks
   * `late` in between, and ends with what that gives: a window may have been frozen there while another one took over.
   */
  run(signal: AbortSignal, late: Late): Promise<Outcome<Progress>>;
}

/** One step of a protocol; one without effect that needs at most the person's word and an open key asks nobody. What must not happen twice must be able to find out whether it happened. */
export type Step<Progress> =
  | (StepBase<Progress> & { effect: 'none' | 'repeatable' })
  | (StepBase<Progress> & {
      effect: 'once';
      /** For how long (ms) after its begin the request may still be on its way; until then nothing found proves nothing. */
      settleMs: number;
      /** Asks only, never acts. `hint` is what the person found by a manual check (an id). */
      resolve(signal: AbortSignal, hint?: string): Promise<Resolution<Progress>>;
    });

/** The steps of one kind of errand. Knows the messages; the outbox knows none. */
export interface Protocol<Frozen, Progress> {
  /** Equals `Entry.protocol`. */
  id: string;
  /** The next step, from the frozen data and the progress alone; the same until progress changes. */
  next(entry: Entry<Frozen, Progress>): Step<Progress> | 'done';
}

export type SaveFault = 'stale-revision' | 'storage-full';

/** Where entries live. */
export interface OutboxStore<Frozen, Progress> {
  load(id: string): Promise<Entry<Frozen, Progress> | undefined>;
  /**
   * Writes the entry and appends its newest rows in ONE transaction of strict durability; each row raised the revision by one.
   * The stored revision must be the one before the first of them (0: none stored yet), else `stale-revision`.
   */
  save(entry: Entry<Frozen, Progress>, rows: readonly LogRow[]): Promise<Result<void, SaveFault>>;
}

/** Whether what a step needs is at hand. */
export type Availability =
  | { kind: 'at-hand' }
  | { kind: 'absent' }
  | { kind: 'pause'; reason: PauseReason; retryAfterMs?: number };

/** What the runner is handed. */
export interface OutboxDeps<Frozen, Progress> {
  protocol: Protocol<Frozen, Progress>;
  store: OutboxStore<Frozen, Progress>;
  clock: Clock;
  /** This machine's clock set right by what the other side last said (`Date`); waits for proof go by it. */
  courtClock: Clock;
  /** 0 ≤ n < 1, for the jitter. */
  random(): number;
  /** Makes sure of a need: may log in, renew, probe the server. Never throws. */
  ensure(need: Exclude<Need, 'consent'>): Promise<Availability>;
  /**
   * Whether the next step may begin with the writing of the last one's result: nobody waits for the entry, and these needs
   * are at hand by what is known already. Asks nobody, so that no result waits for it.
   */
  mayFollow(needs: readonly Need[]): boolean;
  /** Waits (ms); rejects when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  signal: AbortSignal;
}
