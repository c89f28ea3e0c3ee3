import type { MotivoDaRecusa } from './messages.ts';
import type { PersonsWord } from './receive-progress.ts';

/** Characters a justification has at most (pen.md A.2, row 22). */
export const LONGEST_JUSTIFICATION = 1000;

const MOTIVOS: readonly MotivoDaRecusa[] = ['01', '02', '03', '04', '99'];

/** The person's word as a consent carries it (`Consent.means`). */
export const answerMeans = (word: PersonsWord): string =>
  word.kind === 'refuse' ? `refuse ${word.motivo} ${word.justificativa}` : word.kind;

/** Reads it back; `undefined` where it is none. */
export const readAnswerMeans = (means: string): PersonsWord | undefined => {
  if (means === 'accept' || means === 'fetch-again') return { kind: means };
  const [word, code, ...rest] = means.split(' ');
  const motivo = MOTIVOS.find((known) => known === code);
  const justificativa = rest.join(' ').slice(0, LONGEST_JUSTIFICATION);
  return word === 'refuse' && motivo ? { kind: 'refuse', motivo, justificativa } : undefined;
};
