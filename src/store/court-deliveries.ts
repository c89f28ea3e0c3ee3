import { sameJson } from '../base/canonical-json.ts';
import { ok, type Result } from '../base/result.ts';
import type { CourtDelivery } from '../receipt/court-delivery.ts';
import type { Delivery } from '../receipt/types.ts';
import { seal, unseal, unsealAll } from './codec.ts';
import {
  type DeliveryFilter,
  type DeliveryPlace,
  type ListedCourtDelivery,
  listedDelivery,
  placeOf,
  rangeOf,
} from './court-delivery-lists.ts';
import type { Database, StorageFault } from './database.ts';
import { isSealed } from './read-all.ts';

/** Deliveries a page holds at most. */
const PAGE = 50;

interface DeliveryPage {
  /** The latest period first, then the latest delivered. */
  found: CourtDelivery[];
  /** The place of the last; without it there are no more. */
  next?: DeliveryPlace;
}

/** Names a delivery. */
type Key = Pick<CourtDelivery, 'ambiente' | 'courtId'>;

/** What is known of a delivery now; gives what is to be kept; where that is the same, nothing is written. */
export type DeliveryChange = (known: CourtDelivery | undefined) => CourtDelivery | undefined;

/** The deliveries at the court by their indexes: in pages and counts, never all of them. */
export interface CourtDeliveries {
  page(filter: DeliveryFilter, after?: DeliveryPlace): Promise<DeliveryPage>;
  /** All of a filter, page after page. */
  pages(filter: DeliveryFilter): AsyncGenerator<CourtDelivery[], void>;
  count(filter: DeliveryFilter): Promise<number>;
  load(ambiente: string, courtId: number): Promise<CourtDelivery | undefined>;
  /** The delivery to which this was sent, or of which it was taken in. */
  byContent(deliveryId: string): Promise<CourtDelivery | undefined>;
  /** `arquivo.recibo`. */
  byRecibo(recibo: string): Promise<CourtDelivery | undefined>;
  /**
   * Writes what `change` makes of what is known, and with it what was taken in. `change` only computes and may be asked
   * again: what is written never goes over what another window wrote meanwhile.
   */
  save(
    key: Key,
    change: DeliveryChange,
    takenIn?: Delivery,
  ): Promise<Result<CourtDelivery | undefined, StorageFault>>;
}

/** `onWritten`: told after each writing of its own. */
export const courtDeliveryStore = (database: Database, onWritten?: () => void): CourtDeliveries => {
  const byUuid = async (uuid: string): Promise<CourtDelivery[]> =>
    unsealAll(
      (await database.read((db) => db.getAllFromIndex('courtDeliveries', 'uuids', uuid))).filter(
        isSealed,
      ),
    );
  const page: CourtDeliveries['page'] = async (filter, after) => {
    const range = rangeOf(filter, after);
    const sealed = await database.read((db) =>
      db.getAllFromIndex('courtDeliveries', 'lists', range, PAGE),
    );
    const found = await unsealAll(sealed.filter(isSealed));
    const last = found.at(-1);
    return { found, ...(last && sealed.length === PAGE && { next: placeOf(last) }) };
  };
  return {
    page,

    pages: async function* (filter) {
      for (let after: DeliveryPlace | undefined; ; ) {
        const { found, next } = await page(filter, after);
        yield found;
        if (!next) return;
        after = next;
      }
    },

    count: (filter) =>
      database.read((db) => db.countFromIndex('courtDeliveries', 'lists', rangeOf(filter))),

    load: async (ambiente, courtId) => {
      const sealed = await database.read((db) => db.get('courtDeliveries', [ambiente, courtId]));
      return isSealed(sealed) ? unseal(sealed) : undefined;
    },

    byContent: async (deliveryId) =>
      (await byUuid(deliveryId)).find(({ contents }) => contents.includes(deliveryId)),

    byRecibo: async (recibo) => (await byUuid(recibo)).find((one) => one.recibo === recibo),

    save: async (key, change, takenIn) => {
      const content = takenIn && (await seal(takenIn, takenIn.rev));
      for (;;) {
        const changed = await changedDelivery(database, key, change);
        const written = await database.write(
          ['courtDeliveries', 'deliveries'],
          'strict',
          async (transaction) => {
            const known = transaction.objectStore('courtDeliveries');
            const at: [string, number] = [key.ambiente, key.courtId];
            if (((await known.get(at))?.rev ?? 0) !== changed.rev) return 'overtaken';
            await Promise.all([
              changed.sealed && known.put(changed.sealed, at),
              content && transaction.objectStore('deliveries').put(content, content.record.id),
            ]);
            return 'written';
          },
        );
        if (!written.ok) return written;
        if (written.value === 'overtaken') continue;
        onWritten?.();
        return ok(changed.delivery);
      }
    },
  };
};

/** What a change makes of what is known; `rev`: the revision that is changed; `sealed`: where there is something to write. */
export interface ChangedDelivery {
  rev: number;
  delivery: CourtDelivery | undefined;
  sealed: ListedCourtDelivery | undefined;
}

export const changedDelivery = async (
  database: Database,
  { ambiente, courtId }: Key,
  change: DeliveryChange,
): Promise<ChangedDelivery> => {
  const stored = await database.read((db) => db.get('courtDeliveries', [ambiente, courtId]));
  const known = isSealed(stored) ? await unseal(stored) : undefined;
  const rev = stored?.rev ?? 0;
  const delivery = change(known);
  // Said anew, it would be taken out of every list and put back.
  const isSame = delivery && known && sameJson({ ...delivery }, { ...known });
  if (!delivery || isSame) return { rev, delivery, sealed: undefined };
  const sealed = listedDelivery(delivery, await seal(delivery, rev + 1));
  return { rev, delivery, sealed };
};
