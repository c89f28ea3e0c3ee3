import { err, ok, type Result } from '../base/result.ts';
import { brokenAt } from './log.ts';
import { TRANSITIONS } from './machine.ts';
import type { Entry, EntryState, LogRow } from './types.ts';

type Question = Extract<EntryState, { kind: 'needs-person' }>['what'];

/** What the rows of a log say of an entry. */
export interface Replayed {
  state: EntryState['kind'];
  /** What the person is asked, in `needs-person`. */
  asked: Question | null;
  /** Attempts of all steps so far, and the one that is running or in doubt. */
  attempts: number;
  attempt: number | null;
  consents: number;
  statedAbsences: number;
  rows: number;
}

/** Why rows are no history of an entry. `seq`: the row. */
export interface ReplayFault {
  code:
    | 'no-rows'
    /** A row is missing, twice there, out of order or another entry's. */
    | 'gap'
    /** The machine has no such arrow. */
    | 'not-allowed'
    /** The row speaks of another attempt than the one under way. */
    | 'other-attempt';
  seq: number;
}

const QUESTION_BY: Record<string, Question> = {
  lacking: 'consent',
  postponed: 'check',
  'still-unknown': 'check',
  refused: 'mend',
  disowned: 'takeover',
  happened: 'takeover',
};

/** Where an event leads from each question it may answer; it comes to nothing at any other. */
const ANSWERS: Record<string, Partial<Record<Question, EntryState['kind']>>> = {
  consented: { consent: 'ready' },
  happened: { check: 'ready', takeover: 'needs-person' },
  'absence-stated': { check: 'ready' },
  'try-now': { mend: 'ready', check: 'uncertain' },
  'taken-over': { takeover: 'ready' },
};

const FIRST: Replayed = {
  state: 'ready',
  asked: null,
  attempts: 0,
  attempt: null,
  consents: 0,
  statedAbsences: 0,
  rows: 1,
};

/** Folds the rows of one entry, oldest first, along the arrows of the machine. The chain of hashes is another matter (log.ts). */
export const replay = (rows: readonly LogRow[]): Result<Replayed, ReplayFault> => {
  const [first, ...others] = rows;
  if (!first) return err({ code: 'no-rows', seq: 0 });
  if (first.event !== 'queued' || first.state !== 'ready') return fault('not-allowed', first);
  if (first.seq !== 1) return fault('gap', first);
  let known = FIRST;
  for (const row of others) {
    if (row.seq !== known.rows + 1 || row.entryId !== first.entryId) return fault('gap', row);
    if (!isArrow(known, row)) return fault('not-allowed', row);
    if (row.attempt !== expectedAttempt(known, row)) return fault('other-attempt', row);
    known = after(known, row);
  }
  return ok(known);
};

const fault = (code: ReplayFault['code'], { seq }: LogRow): Result<never, ReplayFault> =>
  err({ code, seq });

const isArrow = ({ state, asked }: Replayed, { event, state: to }: LogRow): boolean => {
  const answers = asked && ANSWERS[event];
  if (answers && answers[asked] !== to) return false;
  return TRANSITIONS.some((arrow) => arrow.from === state && arrow.on === event && arrow.to === to);
};

/** The intention numbers a new attempt; what follows speaks of the one under way, as long as there is one. */
const expectedAttempt = ({ attempts, attempt }: Replayed, { event }: LogRow): number | null =>
  event === 'begun' || event === 'doubted' ? attempts + 1 : attempt;

const after = (known: Replayed, row: LogRow): Replayed => {
  const asked = row.state === 'needs-person' ? (QUESTION_BY[row.event] ?? null) : null;
  const isUnderWay = row.state === 'running' || row.state === 'uncertain' || asked === 'check';
  return {
    state: row.state,
    asked,
    attempts: Math.max(known.attempts, row.attempt ?? 0),
    attempt: isUnderWay ? row.attempt : null,
    consents: known.consents + (row.event === 'consented' ? 1 : 0),
    statedAbsences: known.statedAbsences + (row.event === 'absence-stated' ? 1 : 0),
    rows: row.seq,
  };
};

/**
 * Holds an entry against its log: `undefined` where the log is whole and says what the entry says, else the first
 * thing that is wrong. `broken-chain`: a row was changed; `other-state`: the entry is not where its log ends.
 */
export const disagreement = async (
  entry: Entry<unknown, unknown>,
  rows: readonly LogRow[],
): Promise<ReplayFault['code'] | 'broken-chain' | 'other-state' | undefined> => {
  const told = replay(rows);
  if (!told.ok) return told.error.code;
  if ((await brokenAt(entry.frozenSha256, rows)) !== -1) return 'broken-chain';
  return isTold(entry, told.value) && rows.at(-1)?.hash === entry.logHead
    ? undefined
    : 'other-state';
};

const isTold = (entry: Entry<unknown, unknown>, told: Replayed): boolean => {
  const { state } = entry;
  return (
    state.kind === told.state &&
    ('what' in state ? state.what : null) === told.asked &&
    ('attempt' in state ? state.attempt : null) === told.attempt &&
    entry.attempts === told.attempts &&
    entry.consents.length === told.consents &&
    // Before version 3 of the store a statement was in the log alone.
    entry.absenceStated.length <= told.statedAbsences &&
    entry.logSize === told.rows
  );
};
