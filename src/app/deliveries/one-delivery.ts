import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import type { Delivery } from '../../receipt/types.ts';
import { stores } from '../stores.ts';

/** A content of a delivery, and what is known of it at the court. */
export interface OneDelivery {
  delivery: Delivery;
  /** Absent where the record of it is damaged. */
  known?: CourtDelivery;
  /** All that is kept of what was sent to it or taken in, the oldest first; the content itself is among them. */
  contents: Delivery[];
}

export const loadDelivery = async (contentId: string): Promise<OneDelivery | undefined> => {
  const [delivery, known] = await Promise.all([
    stores.deliveries.load(contentId),
    stores.courtDeliveries.byContent(contentId),
  ]);
  if (!delivery) return undefined;
  const ids = known?.contents ?? [contentId];
  const loaded = await Promise.all(ids.map((id) => stores.deliveries.load(id)));
  const contents = loaded.flatMap((each) => each ?? []);
  return { delivery, ...(known && { known }), contents };
};
