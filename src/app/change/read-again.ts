import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { lookAtCourt } from '../deliveries/look.ts';

const asked = new Set<string>();

/**
 * Reads a delivery at the court after a request to open it was homologated (`since`: epoch ms UTC), once for each request
 * in this window. Nobody is asked for a key: what cannot be read now is read when the person asks for it.
 */
export const readAgain = (delivery: CourtDelivery, since: number): void => {
  const question = `${delivery.ambiente}/${delivery.courtId}/${since}`;
  if (asked.has(question)) return;
  asked.add(question);
  void lookAtCourt(delivery, AbortSignal.timeout(60_000));
};
