import { heard, pauseFor } from '../outcome.ts';
import { withdrawn } from './send-withdraw.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

/** Waiting for contents. */
const REGISTERED = 1;
/** Cancelled by somebody, or by the platform's timer. */
const CANCELLED = [7, 10];

/** Another browser may have given it back, and made another one since. */
const mayBeGivenBack = ({ mustAsk, notes: { ticket } }: Sending): boolean =>
  mustAsk && ticket === undefined;

/** Asks what the trâmite still wants: after a refusal, and where it was found by asking. */
export const look = (sending: Sending, idt: number, { pen }: PenTools): PenStep => ({
  id: 'look',
  effect: 'none',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const answer = await pen.tramites({ IDT: idt }, signal);
    if (!answer.ok) return { ...pauseFor(answer.error), ...heard(answer.error) };
    const found = answer.value.value.find(({ IDT }) => IDT === idt);
    if (!found) return { kind: 'pause', reason: 'server-unavailable', ...heard(answer.value) };
    if (CANCELLED.includes(found.situacaoAtual)) {
      if (mayBeGivenBack(sending)) return withdrawn(sending, idt);
      const detail = { idt, situacao: found.situacaoAtual };
      return { kind: 'refused', code: 'cancelled-there', detail, ...heard(answer.value) };
    }
    const pending = found.hashDosComponentesPendentesDeEnvio;
    // A platform that waits for contents without saying which waits for what it first asked for.
    const waiting = pending.length > 0 ? pending : (sending.notes.asked ?? []);
    const wanted = found.situacaoAtual === REGISTERED ? waiting : [];
    return {
      kind: 'applied',
      progress: noting(sending, { wanted }),
      meaning: `wanted ${wanted.length}`,
      ...heard(answer.value),
    };
  },
});
