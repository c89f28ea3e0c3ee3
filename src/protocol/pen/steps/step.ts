import { PEN_HELD_MS } from '../../../base/pen-held.ts';
import type { Step } from '../../../outbox/ports.ts';
import type { Need, Outcome, Resolution } from '../../../outbox/types.ts';
import { LONGEST_CALL_MS } from '../call.ts';
import type { PenClient } from '../client.ts';
import type { PenProgress, SendErrand, SendProgress } from '../types.ts';

export type PenStep = Step<PenProgress>;
export type PenOutcome = Outcome<PenProgress>;
export type PenResolution = Resolution<PenProgress>;

/**
 * Between the intention and the leaving of the request (less than a minute, `ACT_WITHIN_MS`), and for what the Barramento
 * does with a request that was broken off.
 */
const SLACK_MS = 2 * 60_000;

/**
 * For how long after its begin a step that must not happen twice may still come about (ms): it is on its way to the
 * gateway for as long as the page waits at most, and from there for as long as the gateway does.
 */
export const SETTLE_MS = LONGEST_CALL_MS + PEN_HELD_MS + SLACK_MS;

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
