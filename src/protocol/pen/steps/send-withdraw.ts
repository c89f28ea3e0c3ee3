import { heard, pauseFor } from '../outcome.ts';
import { askOne, REGISTERED } from './send-asked.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

/** Cancelled by somebody, or by the platform's timer. */
export const isCancelled = (situacao: number): boolean => situacao === 7 || situacao === 10;

/**
 * Gives a trâmite back that wants contents nobody can send: its permit was in an answer that was lost. Nobody but the
 * sender has seen it in situação 1, and in no other it is given back. Only after it is gone the process is registered anew.
 */
export const withdraw = (sending: Sending, idt: number, tools: PenTools): PenStep => ({
  id: `withdraw:${idt}`,
  effect: 'repeatable',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const asked = await askOne(idt, tools, signal);
    if ('instead' in asked) return asked.instead;
    const { answerSha256 } = asked;
    const { situacaoAtual: situacao } = asked.status;
    if (isCancelled(situacao)) {
      return { ...withdrawn(sending, idt, `${ENDED_THERE}${situacao}`), answerSha256 };
    }
    if (situacao !== REGISTERED) {
      const progress = noting(sending, { wanted: undefined });
      return { kind: 'applied', progress, meaning: 'gone-on', answerSha256 };
    }
    const answer = await tools.pen.cancel(idt, signal);
    return answer.ok
      ? { ...withdrawn(sending, idt, WITHDRAWN), ...heard(answer.value) }
      : { ...pauseFor(answer.error), ...heard(answer.error) };
  },
});

/** Meanings of what was given back: by us, or found so, with the situação. */
export const WITHDRAWN = 'withdrawn';
export const ENDED_THERE = 'ended-there ';

/** What was known of the trâmite is forgotten, but that it was ours; what the process has been given (NRE) it keeps. */
export const withdrawn = (
  { progress, notes }: Sending,
  idt: number,
  meaning: string,
): PenOutcome => ({
  kind: 'applied',
  progress: {
    ...progress,
    idt: undefined,
    send: { known: notes.known, withdrawn: [...(notes.withdrawn ?? []), idt] },
  },
  meaning,
});
