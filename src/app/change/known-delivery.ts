import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { stores } from '../stores.ts';

/** The delivery at the court to which a content was sent. */
export const knownDelivery = (contentId: string): Promise<CourtDelivery | undefined> =>
  stores.courtDeliveries.byContent(contentId);
