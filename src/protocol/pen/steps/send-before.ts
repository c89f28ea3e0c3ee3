import { heard, pauseFor } from '../outcome.ts';
import { sentAlready, sentElsewhere, tramitesOf } from './send-find.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

/** Writes down which trâmites the process has before one is made: what is there later, and was not, is the one made. */
export const before = (sending: Sending, tools: PenTools): PenStep => ({
  id: 'before',
  effect: 'none',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const answer = await tramitesOf(sending, tools, signal);
    if (!answer.ok) return { ...pauseFor(answer.error), ...heard(answer.error) };
    const elsewhere = sentElsewhere(sending, answer.value.value);
    if (elsewhere) return sentAlready(elsewhere, answer.value);
    const known = answer.value.value.map(({ IDT }) => IDT);
    const progress = noting(sending, { known });
    return { kind: 'applied', progress, meaning: `known ${known.length}`, ...heard(answer.value) };
  },
});
