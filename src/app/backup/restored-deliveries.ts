import {
  type CourtDelivery,
  courtDeliveryAfter,
  courtIdOf,
  firstKnown,
  knownTogether,
} from '../../receipt/court-delivery.ts';
import { deliveryOf } from '../../receipt/delivery.ts';
import type { WholeWork } from '../../store/whole.ts';

/**
 * What of the deliveries at the court is to be written once something of a copy was taken. It follows from the entries and
 * from what was taken in, as in copies that hold nothing else; what was heard last, here or there, stands.
 */
export const restoredDeliveries = (
  here: readonly CourtDelivery[],
  {
    entries,
    deliveries,
    courtDeliveries,
  }: Pick<WholeWork, 'entries' | 'deliveries' | 'courtDeliveries'>,
): CourtDelivery[] => {
  const keyOf = ({ ambiente, courtId }: Pick<CourtDelivery, 'ambiente' | 'courtId'>) =>
    JSON.stringify([ambiente, courtId]);
  const known = new Map(here.map((each) => [keyOf(each), each]));
  const written = new Map<string, CourtDelivery>();
  const write = (key: string, delivery: CourtDelivery | undefined) => {
    if (!delivery) return;
    known.set(key, delivery);
    written.set(key, delivery);
  };
  for (const { entry } of entries.toSorted((a, b) => a.entry.createdAt - b.entry.createdAt)) {
    const courtId = courtIdOf(entry);
    if (courtId === undefined) continue;
    const key = keyOf({ ...entry, courtId });
    write(key, courtDeliveryAfter(known.get(key), entry, deliveryOf(entry)));
  }
  const takenIn = deliveries
    .filter(({ origin }) => origin === 'taken-in')
    .map((each) => firstKnown(each, each.deliveredAt));
  for (const each of [...takenIn, ...courtDeliveries]) {
    const mine = known.get(keyOf(each));
    if (mine && !tellsMore(each, mine)) continue;
    write(keyOf(each), knownTogether(mine, each));
  }
  return [...written.values()];
};

const tellsMore = (one: CourtDelivery, than: CourtDelivery): boolean =>
  one.heardAt > than.heardAt || one.contents.some((id) => !than.contents.includes(id));
