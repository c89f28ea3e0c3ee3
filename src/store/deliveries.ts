import type { Result } from '../base/result.ts';
import type { Delivery } from '../receipt/types.ts';
import { seal, unseal } from './codec.ts';
import type { Database, StorageFault } from './database.ts';

export interface Deliveries {
  load(id: string): Promise<Delivery | undefined>;
  /** Keeps a delivery unless a later revision of it is kept already. */
  save(delivery: Delivery): Promise<Result<void, StorageFault>>;
}

export const deliveryStore = (database: Database): Deliveries => ({
  load: async (id) => {
    const delivery = await database.read((db) => db.get('deliveries', id));
    return delivery && unseal(delivery);
  },

  save: async (delivery) => {
    const sealed = await seal(delivery, delivery.rev);
    return database.write(['deliveries'], 'strict', async (transaction) => {
      const deliveries = transaction.objectStore('deliveries');
      const stored = await deliveries.get(delivery.id);
      if (!stored || stored.rev < delivery.rev) await deliveries.put(sealed, delivery.id);
    });
  },
});
