import { err, ok, type Result } from '../../base/result.ts';
import type { CommitFault } from '../../outbox/commit.ts';
import type { PersonEvent } from '../../outbox/events.ts';
import { command } from '../../outbox/runner.ts';
import { type MotivoDaRecusa, motivoOf } from '../../process/receive-checks.ts';
import { answerMeans } from '../../protocol/pen/answer-means.ts';
import type { PersonsWord } from '../../protocol/pen/receive-progress.ts';
import { clock } from '../stores.ts';
import { penQueueStore } from './queue-records.ts';
import { runPenQueue } from './sender.ts';

export { mayAccept } from '../../process/may-accept.ts';
export { LONGEST_JUSTIFICATION } from '../../protocol/pen/answer-means.ts';

/**
 * The person takes a trâmite in, or refuses it; the receipt or the refusal goes out by the queue. Or she has what is
 * missing or damaged fetched again.
 */
export const answerTramite = async (
  entryId: string,
  word: PersonsWord,
): Promise<Result<void, AnswerFault>> => {
  const state = (await penQueueStore.load(entryId))?.state;
  const isAsked = state?.kind === 'needs-person' && state.what === 'consent';
  if (!isAsked) return err('not-allowed');
  return tell(entryId, { kind: 'consented', step: state.step, means: answerMeans(word) });
};

/** Has what came to nothing tried once more. */
export const tryReceivingAgain = (entryId: string): Promise<Result<void, AnswerFault>> =>
  tell(entryId, { kind: 'try-now' });

export type AnswerFault = CommitFault | 'no-such-entry';

const tell = async (entryId: string, event: PersonEvent): Promise<Result<void, AnswerFault>> => {
  const told = await command(entryId, event, { store: penQueueStore, clock });
  runPenQueue();
  return told.ok ? ok(undefined) : told;
};

/** Codes of what may come whole when it is fetched once more. */
const FETCHED: ReadonlySet<string> = new Set(['component-corrupt', 'component-missing']);

/** Whether fetching again may mend something. */
export const mayFetchAgain = (problems: readonly { code: string }[]): boolean =>
  problems.some(({ code }) => FETCHED.has(code));

/** The code that a refusal for these problems carries. */
export const suggestedMotivo = (problems: readonly { code: string }[]): MotivoDaRecusa => {
  const [first] = problems;
  return first ? motivoOf(first) : '99';
};
