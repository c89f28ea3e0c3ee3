import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { entries } from '../state.ts';
import { type Hindrance, hindranceOf } from './hindrance.ts';
import { requestUnderWay } from './rectifications.ts';
import { type WayToReopen, wayToReopen } from './way-to-reopen.ts';

/** What the person may do with a delivery at the court. */
export interface Possible {
  /** What keeps it from being altered, and from being deleted. */
  alter: Hindrance | undefined;
  remove: Hindrance | undefined;
  /** An alteration would wait for the request that opens the delivery again. */
  waits: boolean;
  /** How it is opened again; only of what is homologated and not asked to be opened yet. */
  reopen: WayToReopen | undefined;
}

export const possibleWith = async (delivery: CourtDelivery): Promise<Possible> => {
  const hindrance = hindranceOf(delivery, entries.value);
  if (hindrance !== 'homologated') {
    return { alter: hindrance, remove: hindrance, waits: false, reopen: undefined };
  }
  const waits = (await requestUnderWay(delivery)) !== undefined;
  return {
    alter: waits ? undefined : hindrance,
    remove: hindrance,
    waits,
    reopen: waits ? undefined : await wayToReopen(delivery),
  };
};
