import type { Clock } from '../../../base/clock.ts';
import type { Step } from '../../../outbox/ports.ts';
import type { Need, Outcome, Resolution } from '../../../outbox/types.ts';
import { LONGEST_CALL_MS } from '../call.ts';
import type { Court } from '../court.ts';
import { earlierOf } from '../errand.ts';
import type { Others } from '../others.ts';
import type { Blobs, Session } from '../session.ts';
import type { RecepcaoDelivery, RecepcaoEntry, RecepcaoProgress } from '../types.ts';

export type RecepcaoStep = Step<RecepcaoProgress>;
export type RecepcaoOutcome = Outcome<RecepcaoProgress>;
export type RecepcaoResolution = Resolution<RecepcaoProgress>;

/** So long a gateway or the court may hold a request after it was given up here. */
const LONGEST_HELD_MS = 4 * 60_000;
/** Between the intention and the leaving of the request, and for a court that tells its time in whole seconds. */
const SLACK_MS = 60_000;

/** For how long after its begin a step that must not happen twice may still come about (ms). */
export const SETTLE_MS = LONGEST_CALL_MS + LONGEST_HELD_MS + SLACK_MS;

/** What the steps work with. */
export interface Tools {
  court: Court;
  session: Session;
  blobs: Blobs;
  clock: Clock;
  others: Others;
}

/** The need of the first step that must not come before what the errand waits for. */
export const needsEarlier = ({ frozen }: RecepcaoEntry): readonly Need[] =>
  earlierOf(frozen).length > 0 ? ['earlier'] : [];

/** An entry of which the court has given an id. */
export interface Delivered {
  entry: RecepcaoEntry;
  delivery: RecepcaoDelivery;
  finalBody: { text: string; sha256: string };
}

/** The hash of an answer, where there was one. */
export const heard = (answerSha256: string | undefined) =>
  answerSha256 === undefined ? {} : { answerSha256 };
