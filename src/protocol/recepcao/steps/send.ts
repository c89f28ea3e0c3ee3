import { paths } from '../endpoints.ts';
import { readDelivery } from '../messages.ts';
import { failureOutcome } from '../outcome.ts';
import { findInList, proveById, type Sent, shownAs } from './find-delivery.ts';
import { heard, type RecepcaoOutcome, type RecepcaoStep, SETTLE_MS, type Tools } from './step.ts';

/**
 * The POST that makes the delivery. Recepção takes no idempotency key, so a lost answer is settled by the list, where
 * the court has one; else by an id that a person found in Colare-Envios, or by the person's word that there is none.
 */
export const send = (sent: Sent, tools: Tools): RecepcaoStep => {
  const { entry, finalBody } = sent;
  const { court, clock } = tools;
  return {
    id: 'send',
    effect: 'once',
    settleMs: SETTLE_MS,
    needs: ['token', 'network'],
    requestSha256: finalBody.sha256,
    run: async (signal): Promise<RecepcaoOutcome> => {
      const reply = await court.ask(
        { method: 'POST', path: paths.deliveries(entry.frozen), body: finalBody.text },
        signal,
      );
      if (reply.kind !== 'success') return failureOutcome(reply, 'once');
      const received = readDelivery(reply.json);
      if (!received)
        return { kind: 'unknown', code: 'unexpected-answer', ...heard(reply.answerSha256) };
      return {
        kind: 'applied',
        progress: { ...entry.progress, delivery: shownAs(received, clock.now()) },
        meaning: 'delivered',
        ...heard(reply.answerSha256),
      };
    },
    resolve: (signal, hint) =>
      hint === undefined ? findInList(sent, tools, signal) : proveById(sent, hint, tools, signal),
  };
};
