import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { deliveryState } from '../../store/court-delivery-lists.ts';

/** What is known of a delivery next to one of its contents. */
interface ContentStanding {
  /** It is homologated, and this is the content it is homologated with. */
  counts: boolean;
  /** This content was homologated once; the court showed the delivery open since. */
  isReopened: boolean;
}

/** A content keeps what was confirmed of it; what the court said since stands in the delivery. */
export const standingOfContent = (
  { id, confirmedAt }: Pick<Delivery, 'id' | 'confirmedAt'>,
  known: CourtDelivery,
): ContentStanding => {
  const isLast = known.contents.at(-1) === id;
  const state = deliveryState(known);
  return {
    counts: isLast && state === 'homologated',
    isReopened: isLast && state === 'pending' && confirmedAt !== undefined,
  };
};
