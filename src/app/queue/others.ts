import { earlierOf } from '../../protocol/recepcao/errand.ts';
import type { Others } from '../../protocol/recepcao/others.ts';
import { stores } from '../stores.ts';

/** What an entry has to know of the others of this browser. */
export const others: Others = {
  heldByOthers: async ({ id, ambiente }, courtIds) => {
    const isHeld = async (courtId: number): Promise<boolean> => {
      const known = await stores.courtDeliveries.load(ambiente, courtId);
      const others = known?.contents.filter((content) => content !== id) ?? [];
      const sent = await Promise.all(others.map(stores.deliveries.load));
      // What was taken in may be the very delivery that the entry looks for.
      return sent.some((content) => content !== undefined && content.origin !== 'taken-in');
    };
    const held = await Promise.all(courtIds.map(isHeld));
    return new Set(courtIds.filter((_, n) => held[n]));
  },
  earlier: async ({ frozen }) => {
    const ids = new Set(earlierOf(frozen).map(({ entryId }) => entryId));
    const entries = await Promise.all([...ids].map((id) => stores.entries.load(id)));
    return entries.flatMap((entry) => entry ?? []);
  },
};
