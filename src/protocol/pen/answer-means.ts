import type { MotivoDaRecusa } from './messages.ts';
import type { ReceiveAnswer } from './receive-progress.ts';

/** Characters a justification has at most (pen.md A.2, row 22). */
export const LONGEST_JUSTIFICATION = 1000;

const MOTIVOS: readonly MotivoDaRecusa[] = ['01', '02', '03', '04', '99'];

/** The person's answer as a consent carries it (`Consent.means`). */
export const answerMeans = (answer: ReceiveAnswer): string =>
  answer.kind === 'accept' ? 'accept' : `refuse ${answer.motivo} ${answer.justificativa}`;

/** Reads it back; `undefined` where it is no answer. */
export const readAnswerMeans = (means: string): ReceiveAnswer | undefined => {
  if (means === 'accept') return { kind: 'accept' };
  const [word, code, ...rest] = means.split(' ');
  const motivo = MOTIVOS.find((known) => known === code);
  const justificativa = rest.join(' ').slice(0, LONGEST_JUSTIFICATION);
  return word === 'refuse' && motivo ? { kind: 'refuse', motivo, justificativa } : undefined;
};
