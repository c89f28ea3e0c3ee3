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
    const ids = new Set(earlierOf(frozen).map(({ entryId }) => entryId));
    const entries = await Promise.all([...ids].map((id) => stores.entries.load(id)));
    return entries.flatMap((entry) => entry ?? []);
  },
};
