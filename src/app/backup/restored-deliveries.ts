import { sameJson } from '../../base/canonical-json.ts';
import type { Json } from '../../base/json.ts';
import {
  type CourtDelivery,
  courtDeliveryAfter,
  courtIdOf,
  firstKnown,
  knownTogether,
} from '../../receipt/court-delivery.ts';
import { deliveryOf } from '../../receipt/delivery.ts';
import { deliveryKey, type WholeWork } from '../../store/whole.ts';

type Told = Pick<WholeWork, 'entries' | 'deliveries' | 'courtDeliveries'>;

/**
 * What of the deliveries at the court is to be written once something of a copy was taken: what it tells of each and what
 * is known here, together; what was heard last, here or there, stands.
 */
export const restoredDeliveries = (
  here: readonly CourtDelivery[],
  copied: Told,
): CourtDelivery[] => {
  const known = new Map(here.map((each) => [deliveryKey(each), each]));
  return [...toldBy(copied)].flatMap(([key, told]) => {
    const mine = known.get(key);
    const together = knownTogether(mine, told);
    return mine && isSame(mine, together) ? [] : [together];
  });
};

/** By `deliveryKey`; copies of old hold nothing but entries and what was taken in, from which it follows. */
const toldBy = ({ entries, deliveries, courtDeliveries }: Told): Map<string, CourtDelivery> => {
  const told = new Map<string, CourtDelivery>();
  for (const { entry } of entries.toSorted((a, b) => a.entry.createdAt - b.entry.createdAt)) {
    const courtId = courtIdOf(entry);
    if (courtId === undefined) continue;
    const key = deliveryKey({ ...entry, courtId });
    const after = courtDeliveryAfter(told.get(key), entry, deliveryOf(entry));
    if (after) told.set(key, after);
  }
  for (const each of deliveries.filter(({ origin }) => origin === 'taken-in')) {
    const key = deliveryKey(each);
    told.set(key, knownTogether(told.get(key), firstKnown(each, each.deliveredAt)));
  }
  for (const each of courtDeliveries) told.set(deliveryKey(each), each);
  return told;
};

const isSame = (one: CourtDelivery, other: CourtDelivery): boolean =>
  sameJson(asJson(one), asJson(other));

// Members that are `undefined` are none in JSON.
const asJson = (value: object): Json => JSON.parse(JSON.stringify(value));
