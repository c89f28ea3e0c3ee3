import { earlierOf } from '../../protocol/recepcao/errand.ts';
import type { Others } from '../../protocol/recepcao/others.ts';
import { stores } from '../stores.ts';

/** What an entry has to know of the others of this browser. */
export const others: Others = {
  heldByOthers: async ({ id, ambiente }) => {
    const deliveries = await stores.deliveries.list();
    const held = deliveries.filter((one) => one.id !== id && one.ambiente === ambiente);
    return new Set(held.map(({ courtId }) => courtId));
  },
  earlier: async ({ frozen }) => {
    const entries = await Promise.all(
      earlierOf(frozen).map(({ entryId }) => stores.entries.load(entryId)),
    );
    return entries.flatMap((entry) => entry ?? []);
  },
};
