import { definiteNo, heard, pauseFor } from '../outcome.ts';
import {
  noting,
  ONLINE,
  type PenOutcome,
  type PenStep,
  type PenTools,
  type Sending,
} from './step.ts';

/** In `tries`, beside the hashes of components. */
const RECIBO = 'recibo';

/**
 * Fetches the recibo de envio and keeps it as it came. Its verdict is for whoever shows it: the trâmite is under way,
 * whatever the receipt is worth.
 */
export const reciboDeEnvio = (sending: Sending, idt: number, { pen }: PenTools): PenStep => ({
  id: 'recibo-de-envio',
  effect: 'none',
  needs: ONLINE,
  run: async (signal): Promise<PenOutcome> => {
    const answer = await pen.reciboDeEnvio(idt, signal);
    if (answer.ok) {
      const { value, text } = answer.value;
      if (value.reciboDeEnvio.IDT !== idt) {
        return { kind: 'pause', reason: 'not-the-server', ...heard(answer.value) };
      }
      const progress = noting(sending, { recibo: text });
      return { kind: 'applied', progress, meaning: 'sent', ...heard(answer.value) };
    }
    const isFirst = sending.notes.tries?.[RECIBO] === undefined;
    if (!definiteNo(answer.error) || !isFirst) {
      return { ...pauseFor(answer.error), ...heard(answer.error) };
    }
    // It says that contents are missing: what it wants is asked for once more.
    const tries = { ...sending.notes.tries, [RECIBO]: 1 };
    const progress = noting(sending, { wanted: undefined, tries });
    return { kind: 'applied', progress, meaning: 'recibo-refused', ...heard(answer.error) };
  },
});
