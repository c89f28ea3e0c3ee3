import { paths } from '../endpoints.ts';
import { type ReceivedDelivery, readDelivery } from '../messages.ts';
import { failureOutcome, pauseFor } from '../outcome.ts';
import { sameContent } from '../same-content.ts';
import type { RecepcaoEntry, RecepcaoProgress } from '../types.ts';
import {
  heard,
  type RecepcaoOutcome,
  type RecepcaoResolution,
  type RecepcaoStep,
  type Tools,
} from './step.ts';

/** A request is given up after three minutes (call.ts); a gateway or the court may hold it for a while yet. */
const SETTLE_MS = 5 * 60_000;

/**
 * The POST that makes the delivery. Recepção takes no idempotency key and offers no list, so a lost answer
 * can be settled only by an id that a person found in Colare-Envios, proven by a GET that equals the final body
 * (which names files uploaded for this very errand), or by the person's word that there is none.
 */
export const send = (
  { frozen, progress }: RecepcaoEntry,
  finalBody: { text: string; sha256: string },
  { court, clock }: Tools,
): RecepcaoStep => {
  const delivered = ({ id, recibo, statusEnvio }: ReceivedDelivery): RecepcaoProgress => ({
    ...progress,
    delivery: { id, recibo, statusEnvio, deliveredAt: clock.now() },
  });
  return {
    id: 'send',
    effect: 'once',
    settleMs: SETTLE_MS,
    needs: ['token', 'network'],
    requestSha256: finalBody.sha256,
    run: async (signal): Promise<RecepcaoOutcome> => {
      const reply = await court.ask(
        { method: 'POST', path: paths.deliveries(frozen), body: finalBody.text },
        signal,
      );
      if (reply.kind !== 'success') return failureOutcome(reply, 'once');
      const received = readDelivery(reply.json);
      if (!received)
        return { kind: 'unknown', code: 'unexpected-answer', ...heard(reply.answerSha256) };
      return {
        kind: 'applied',
        progress: delivered(received),
        meaning: 'delivered',
        ...heard(reply.answerSha256),
      };
    },
    resolve: async (signal, hint): Promise<RecepcaoResolution> => {
      if (hint === undefined) return { kind: 'still-unknown', code: 'no-way-to-ask' };
      const id = Number(hint);
      if (!Number.isSafeInteger(id)) return { kind: 'still-unknown', code: 'not-an-id' };
      const found = await court.delivery(frozen, id, signal);
      if (found.kind === 'gone') return { kind: 'still-unknown', code: 'no-such-delivery' };
      if (found.kind === 'failed') return pauseFor(found.reply);
      if (!sameContent(found.delivery, finalBody)) {
        return { kind: 'still-unknown', code: 'content-differs', ...heard(found.answerSha256) };
      }
      return {
        kind: 'happened',
        progress: delivered(found.delivery),
        meaning: 'delivery-found',
        ...heard(found.answerSha256),
      };
    },
  };
};
