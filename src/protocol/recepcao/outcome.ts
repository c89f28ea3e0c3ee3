import type { Effect, Outcome, Pause } from '../../outbox/types.ts';
import { askedToWait } from '../asked-to-wait.ts';
import type { Reply } from './reply.ts';

type Failure = Exclude<Reply, { kind: 'success' }>;

/** What an answer without success means when the question changed nothing there. */
export const pauseFor = (reply: Failure): Pause | { kind: 'missing'; need: 'token' } => {
  switch (reply.kind) {
    case 'token-refused':
      return { kind: 'missing', need: 'token' };
    case 'no-answer':
    case 'truncated':
      return { kind: 'pause', reason: 'no-network' };
    case 'never-sent':
      return {
        kind: 'pause',
        reason: reply.code === 'upstream-unreachable' ? 'no-network' : 'server-unavailable',
      };
    case 'not-the-server':
      return { kind: 'pause', reason: 'not-the-server' };
    case 'too-many':
    case 'unavailable':
      return {
        kind: 'pause',
        reason: 'server-unavailable',
        ...askedToWait(reply),
      };
    case 'schema-errors':
    case 'rule-errors':
    case 'problem':
      return { kind: 'pause', reason: 'server-unavailable' };
  }
};

/**
 * The same for a question about one delivery. A definite no to it (403: it is not shown to us) proves nothing, and
 * would be given again however often one asked.
 */
export const unproven = (
  reply: Failure,
):
  | ReturnType<typeof pauseFor>
  | { kind: 'still-unknown'; code: 'not-shown'; answerSha256?: string } =>
  reply.kind === 'problem'
    ? { kind: 'still-unknown', code: 'not-shown', ...hashOf(reply) }
    : pauseFor(reply);

/** The table of docs/protocols/recepcao-answers.md: what an answer without success means for a step. */
export const failureOutcome = <Progress>(
  reply: Failure,
  effect: Effect,
  /** Given where the person can mend a refusal and go on from there. */
  mended?: Progress,
): Outcome<Progress> => ({ ...verdict(reply, effect, mended), ...hashOf(reply) });

const hashOf = ({ answerSha256 }: Reply) => (answerSha256 === undefined ? {} : { answerSha256 });

const verdict = <Progress>(
  reply: Failure,
  effect: Effect,
  mended: Progress | undefined,
): Outcome<Progress> => {
  const onwards = mended === undefined ? {} : { progress: mended };
  switch (reply.kind) {
    case 'schema-errors':
      return { kind: 'refused', code: reply.kind, detail: reply.entries, ...onwards };
    case 'rule-errors':
      return { kind: 'refused', code: reply.kind, detail: reply.erros, ...onwards };
    case 'problem':
      return {
        kind: 'refused',
        code: reply.kind,
        detail: { status: reply.status, message: reply.message },
        ...onwards,
      };
    case 'no-answer':
    case 'truncated':
    case 'unavailable':
    case 'not-the-server':
      return effect === 'once'
        ? { kind: 'unknown', code: reply.kind, ...askedToWait(reply) }
        : pauseFor(reply);
    default:
      return pauseFor(reply);
  }
};
