import type { Step } from '../../../outbox/ports.ts';
import type { Need, Outcome, Resolution } from '../../../outbox/types.ts';
import { LONGEST_CALL_MS } from '../call.ts';
import type { PenClient } from '../client.ts';
import type { PenProgress, SendErrand, SendProgress } from '../types.ts';

export type PenStep = Step<PenProgress>;
export type PenOutcome = Outcome<PenProgress>;
export type PenResolution = Resolution<PenProgress>;

/** So long the gateway or the Barramento may hold a request after it was given up here. */
const LONGEST_HELD_MS = 4 * 60_000;
/** Between the intention and the leaving of the request, and for a server that tells its time in whole seconds. */
const SLACK_MS = 60_000;

/** For how long after its begin a step that must not happen twice may still come about (ms). */
export const SETTLE_MS = LONGEST_CALL_MS + LONGEST_HELD_MS + SLACK_MS;

/** Every question goes under the office's session, to the gateway. */
export const ONLINE: readonly Need[] = ['token', 'network'];

/** What the steps work with. */
export interface PenTools {
  pen: PenClient;
  /** Contents at rest, by their SHA-256 (lower-case hexadecimal). */
  blobs: { get(sha256: string): Promise<Blob | undefined> };
  /** SHA-256 (lower-case hexadecimal) of a content of any size, read in parts. */
  sha256(content: Blob): Promise<string>;
}

/** A sending, and what became of it so far. */
export interface Sending {
  errand: SendErrand;
  progress: PenProgress;
  notes: SendProgress;
  /** It was in other hands, which may have sent it. */
  mustAsk: boolean;
}

/** The progress with these of its notes changed. */
export const noting = ({ progress, notes }: Sending, changed: SendProgress): PenProgress => ({
  ...progress,
  send: { ...notes, ...changed },
});
