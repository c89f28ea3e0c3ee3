import type { TramiteStatus } from '../messages.ts';
import { askOne, REGISTERED } from './send-asked.ts';
import { ENDED_THERE, isCancelled, withdrawn } from './send-withdraw.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

/**
 * It waited for contents that nobody here could send, and was cancelled before the other body saw anything of it: what this
 * sending would have done itself. Another browser with a copy of it may have.
 */
const isGivenBack = ({ notes: { ticket } }: Sending, { mudancasDeSituacao }: TramiteStatus) =>
  ticket === undefined &&
  mudancasDeSituacao.every(({ situacao }) => situacao === REGISTERED || isCancelled(situacao));

/** The sending ends with its trâmite. */
export const cancelledThere = ({
  IDT: idt,
  situacaoAtual: situacao,
}: TramiteStatus): PenOutcome => ({
  kind: 'refused',
  code: CANCELLED_THERE,
  detail: { idt, situacao },
});

/** Code of that end; its detail tells IDT and situação. */
export const CANCELLED_THERE = 'cancelled-there';

/** Asks what the trâmite still wants: after a refusal, and where it was found by asking. */
export const look = (sending: Sending, idt: number, tools: PenTools): PenStep => ({
  id: 'look',
  effect: 'none',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const asked = await askOne(idt, tools, signal);
    if ('instead' in asked) return asked.instead;
    const { status, answerSha256 } = asked;
    const { situacaoAtual: situacao } = status;
    if (isCancelled(situacao)) {
      return isGivenBack(sending, status)
        ? withdrawn(sending, idt, `${ENDED_THERE}${situacao}`)
        : { ...cancelledThere(status), answerSha256 };
    }
    const pending = status.hashDosComponentesPendentesDeEnvio;
    // A platform that waits for contents without saying which waits for what it first asked for.
    const waiting = pending.length > 0 ? pending : (sending.notes.asked ?? []);
    const wanted = situacao === REGISTERED ? waiting : [];
    return {
      kind: 'applied',
      progress: noting(sending, { wanted }),
      meaning: `wanted ${wanted.length}`,
      answerSha256,
    };
  },
});
