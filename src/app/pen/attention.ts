import { signal } from '@preact/signals';

/** How much of PEN waits for a person, in the body in use. */
export interface Attention {
  /** Trâmites on their way in that wait for an answer, or do not go on by themselves. */
  arrivals: number;
  /** Received processes that nobody has opened. */
  unread: number;
  /** Sent processes that were refused, until the refusal is acknowledged. */
  refused: number;
  /** Sendings that do not go on by themselves. */
  stuck: number;
}

export const NO_ATTENTION: Attention = { arrivals: 0, unread: 0, refused: 0, stuck: 0 };

/** In all. */
export const waitingProcesses = ({ arrivals, unread, refused, stuck }: Attention): number =>
  arrivals + unread + refused + stuck;

/** Apart from what counts it, whose code the first screen does without. */
export const attention = signal<Attention>(NO_ATTENTION);
