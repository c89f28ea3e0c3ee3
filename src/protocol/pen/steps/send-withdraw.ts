import { definiteNo, heard, pauseFor } from '../outcome.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

/**
 * Gives a trâmite back that wants contents nobody can send: its permit was in an answer that was lost. Nobody but the
 * sender has seen it by then (situação 1), and only after it is gone the process is registered anew.
 */
export const withdraw = (sending: Sending, idt: number, { pen }: PenTools): PenStep => ({
  id: `withdraw:${idt}`,
  effect: 'repeatable',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const answer = await pen.cancel(idt, signal);
    if (answer.ok) return { ...withdrawn(sending, idt), ...heard(answer.value) };
    if (!definiteNo(answer.error)) return { ...pauseFor(answer.error), ...heard(answer.error) };
    // A DELETE whose answer was lost has done it already; else it has gone on, and is looked at anew.
    const asked = await pen.tramites({ IDT: idt }, signal);
    if (!asked.ok) return pauseFor(asked.error);
    const found = asked.value.value.find(({ IDT }) => IDT === idt);
    if (found?.situacaoAtual === 7 || found?.situacaoAtual === 10) return withdrawn(sending, idt);
    if (found?.situacaoAtual === 1) return { kind: 'pause', reason: 'server-unavailable' };
    const progress = noting(sending, { wanted: undefined });
    return { kind: 'applied', progress, meaning: 'gone-on' };
  },
});

/** What was known of the trâmite is forgotten, but that it was ours; what the process has been given (NRE) it keeps. */
export const withdrawn = ({ progress, notes }: Sending, idt: number): PenOutcome => ({
  kind: 'applied',
  progress: {
    ...progress,
    idt: undefined,
    send: { known: notes.known, withdrawn: [...(notes.withdrawn ?? []), idt] },
  },
  meaning: 'withdrawn',
});
