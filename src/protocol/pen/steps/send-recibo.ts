import { definiteNo, heard, pauseFor } from '../outcome.ts';
import { cancelledThere } from './send-look.ts';
import { isCancelled } from './send-withdraw.ts';
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
    const no = definiteNo(answer.error);
    return no
      ? afterRefusal(sending, idt, { pen }, signal)
      : { ...pauseFor(answer.error), ...heard(answer.error) };
  },
});

/** A receipt that is not given keeps nothing from having arrived (facts of the platform, C.4): what has, is done without it. */
const afterRefusal = async (
  sending: Sending,
  idt: number,
  { pen }: Pick<PenTools, 'pen'>,
  signal: AbortSignal,
): Promise<PenOutcome> => {
  const asked = await pen.tramites({ IDT: idt }, signal);
  if (!asked.ok) return { ...pauseFor(asked.error), ...heard(asked.error) };
  const found = asked.value.value.find(({ IDT }) => IDT === idt);
  if (found && isCancelled(found.situacaoAtual)) {
    return { ...cancelledThere(found), ...heard(asked.value) };
  }
  if (found && found.situacaoAtual > 1) {
    const progress = noting(sending, { unreceipted: true });
    return { kind: 'applied', progress, meaning: 'sent-without-recibo', ...heard(asked.value) };
  }
  const isFirst = sending.notes.tries?.[RECIBO] === undefined;
  if (!isFirst) return { kind: 'pause', reason: 'server-unavailable', ...heard(asked.value) };
  // It says that contents are missing: what it wants is asked for once more.
  const tries = { ...sending.notes.tries, [RECIBO]: 1 };
  const progress = noting(sending, { wanted: undefined, tries });
  return { kind: 'applied', progress, meaning: 'recibo-refused', ...heard(asked.value) };
};
