import type { Effect, Outcome, Pause } from '../../outbox/types.ts';
import { askedToWait } from '../asked-to-wait.ts';
import type { PenAnswerFault } from './answers.ts';

/** What an answer without success means when the question changed nothing there. */
export const pauseFor = (fault: PenAnswerFault): Pause | { kind: 'missing'; need: 'token' } => {
  switch (fault.kind) {
    case 'not-entered':
      return { kind: 'missing', need: 'token' };
    case 'no-answer':
    case 'truncated':
      return { kind: 'pause', reason: 'no-network' };
    case 'never-sent':
      return {
        kind: 'pause',
        reason: fault.code === 'upstream-unreachable' ? 'no-network' : 'server-unavailable',
      };
    case 'not-the-server':
      return { kind: 'pause', reason: 'not-the-server' };
    default:
      return { kind: 'pause', reason: 'server-unavailable', ...askedToWait(fault) };
  }
};

/** Codes that were seen to mean that nothing was done, also under a 500 (facts of the platform, A.4). */
const DEFINITE = new Set(['0001', '0005', '0044', '0047', '0055']);

/** The platform's own no, after which it surely did nothing. */
export const definiteNo = (
  fault: PenAnswerFault,
): Extract<PenAnswerFault, { kind: 'fault' }> | undefined =>
  fault.kind === 'fault' && (fault.status < 500 || DEFINITE.has(fault.codigoErro))
    ? fault
    : undefined;

/** The table of docs/protocols/pen.md: what an answer without success means for a step. `mended`: where the person can go on from. */
export const failureOutcome = <Progress>(
  fault: PenAnswerFault,
  effect: Effect,
  mended: Progress,
): Outcome<Progress> => ({ ...verdict(fault, effect, mended), ...heard(fault) });

/** The hash of an answer, where there was one. */
export const heard = ({ answerSha256 }: { answerSha256?: string }): { answerSha256?: string } =>
  answerSha256 === undefined ? {} : { answerSha256 };

const verdict = <Progress>(
  fault: PenAnswerFault,
  effect: Effect,
  mended: Progress,
): Outcome<Progress> => {
  const no = definiteNo(fault);
  if (no) {
    const { codigoErro, mensagem } = no;
    return { kind: 'refused', code: 'platform-refused', detail: { codigoErro, mensagem } };
  }
  switch (fault.kind) {
    case 'not-allowed':
      return { kind: 'refused', code: 'role-missing', detail: null, progress: mended };
    case 'fault':
    case 'no-answer':
    case 'truncated':
    case 'unavailable':
    case 'not-the-server':
      return effect === 'once'
        ? { kind: 'unknown', code: fault.kind, ...askedToWait(fault) }
        : pauseFor(fault);
    default:
      return pauseFor(fault);
  }
};
