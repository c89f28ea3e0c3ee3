import type { Clock } from '../base/clock.ts';
import { err, ok, type Result } from '../base/result.ts';
import { changeBy } from './effects.ts';
import type { OutboxEvent } from './events.ts';
import { chainRow } from './log.ts';
import { transition } from './machine.ts';
import type { OutboxStore, SaveFault } from './ports.ts';
import type { Entry, LogRow } from './types.ts';

/** What an event brings besides the change of state. */
export interface Note<Progress> {
  progress?: Progress;
  requestSha256?: string;
  answerSha256?: string;
  /** Code of what it means, for the log. */
  meaning?: string;
}

/** An event and what it brings. */
export interface Happening<Progress> {
  event: OutboxEvent;
  note: Note<Progress>;
}

/** An entry with events taken in, and the rows that tell of them: still to be written, all together. */
export interface Unwritten<Frozen, Progress> {
  entry: Entry<Frozen, Progress>;
  rows: readonly LogRow[];
}

/** `not-allowed`: the machine has no arrow for this event from where the entry is. */
export type CommitFault = SaveFault | 'not-allowed';

const stepOf = ({ state }: Entry<unknown, unknown>, event: OutboxEvent) => ({
  step: 'step' in event ? event.step : 'step' in state ? state.step : null,
  attempt: 'attempt' in event ? event.attempt : 'attempt' in state ? state.attempt : null,
});

/** Takes an event in: new state and counters, and the log row; nothing is written. */
export const takeIn = async <Frozen, Progress>(
  { entry, rows }: Unwritten<Frozen, Progress>,
  { event, note }: Happening<Progress>,
  clock: Clock,
): Promise<Result<Unwritten<Frozen, Progress>, 'not-allowed'>> => {
  const state = transition(entry.state, event);
  if (!state) return err('not-allowed');
  const at = clock.now();
  const row = await chainRow(entry.logHead, {
    entryId: entry.id,
    seq: entry.logSize + 1,
    at,
    event: event.kind,
    state: state.kind,
    ...stepOf(entry, event),
    requestSha256: note.requestSha256 ?? null,
    answerSha256: note.answerSha256 ?? null,
    meaning: note.meaning ?? null,
  });
  const next: Entry<Frozen, Progress> = {
    ...entry,
    ...changeBy(entry, event),
    ...(note.progress !== undefined && { progress: note.progress }),
    state,
    rev: entry.rev + 1,
    changedAt: at,
    logSize: row.seq,
    logHead: row.hash,
  };
  return ok({ entry: next, rows: [...rows, row] });
};

/** Writes what was taken in, all of it or nothing. */
export const write = async <Frozen, Progress>(
  { entry, rows }: Unwritten<Frozen, Progress>,
  store: OutboxStore<Frozen, Progress>,
): Promise<Result<Entry<Frozen, Progress>, SaveFault>> => {
  const saved = await store.save(entry, rows);
  return saved.ok ? ok(entry) : saved;
};

/** Takes an event in: new state, counters and log row, written together or not at all. */
export const commit = async <Frozen, Progress>(
  entry: Entry<Frozen, Progress>,
  event: OutboxEvent,
  note: Note<Progress>,
  { store, clock }: { store: OutboxStore<Frozen, Progress>; clock: Clock },
): Promise<Result<Entry<Frozen, Progress>, CommitFault>> => {
  const taken = await takeIn({ entry, rows: [] }, { event, note }, clock);
  return taken.ok ? write(taken.value, store) : taken;
};
