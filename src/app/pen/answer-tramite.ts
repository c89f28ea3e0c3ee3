import { ok, type Result } from '../../base/result.ts';
import type { CommitFault } from '../../outbox/commit.ts';
import type { PersonEvent } from '../../outbox/events.ts';
import { command } from '../../outbox/runner.ts';
import { type MotivoDaRecusa, motivoOf } from '../../process/receive-checks.ts';
import { answerMeans } from '../../protocol/pen/answer-means.ts';
import type { ReceiveAnswer } from '../../protocol/pen/receive-progress.ts';
import { ANSWER } from '../../protocol/pen/steps/receive-answer.ts';
import { clock } from '../stores.ts';
import { penQueueStore } from './queue-records.ts';
import { runPenQueue } from './sender.ts';

export { mayAccept } from '../../process/may-accept.ts';
export { LONGEST_JUSTIFICATION } from '../../protocol/pen/answer-means.ts';

/** The person takes a trâmite in, or refuses it; the receipt or the refusal goes out by the queue. */
export const answerTramite = (
  entryId: string,
  answer: ReceiveAnswer,
): Promise<Result<void, AnswerFault>> =>
  tell(entryId, { kind: 'consented', step: ANSWER, means: answerMeans(answer) });

/** Has what came to nothing tried once more. */
export const tryReceivingAgain = (entryId: string): Promise<Result<void, AnswerFault>> =>
  tell(entryId, { kind: 'try-now' });

export type AnswerFault = CommitFault | 'no-such-entry';

const tell = async (entryId: string, event: PersonEvent): Promise<Result<void, AnswerFault>> => {
  const told = await command(entryId, event, { store: penQueueStore, clock });
  runPenQueue();
  return told.ok ? ok(undefined) : told;
};

/** The code that a refusal for these problems carries. */
export const suggestedMotivo = (problems: readonly { code: string }[]): MotivoDaRecusa => {
  const [first] = problems;
  return first ? motivoOf(first) : '99';
};
