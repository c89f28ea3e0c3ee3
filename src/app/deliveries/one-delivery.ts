import { type CourtDelivery, courtIdOf } from '../../receipt/court-delivery.ts';
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

/** By the id of a content, or of an entry that sent none of its own to the delivery it is about. */
export const loadDelivery = async (id: string): Promise<OneDelivery | undefined> => {
  const own = await stores.deliveries.load(id);
  const known = own ? await stores.courtDeliveries.byContent(id) : await aboutWhich(id);
  const delivery = own ?? (await stores.deliveries.load(known?.contents.at(-1) ?? ''));
  if (!delivery) return undefined;
  const ids = known?.contents ?? [delivery.id];
  const loaded = await Promise.all(ids.map((each) => stores.deliveries.load(each)));
  const contents = loaded.flatMap((each) => each ?? []);
  return { delivery, ...(known && { known }), contents };
};

const aboutWhich = async (entryId: string): Promise<CourtDelivery | undefined> => {
  const entry = await stores.entries.load(entryId);
  const courtId = entry && courtIdOf(entry);
  return entry && courtId !== undefined
    ? stores.courtDeliveries.load(entry.ambiente, courtId)
    : undefined;
};
