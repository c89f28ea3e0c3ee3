import type { Json } from '../base/json.ts';

/** What a step needs before it may run. */
export type Need = 'network' | 'token' | 'unlock' | 'consent';

/** `none`: changes nothing there. `repeatable`: twice is as good as once. `once`: never blindly again. */
export type Effect = 'none' | 'repeatable' | 'once';

/** Why an entry waits although nothing is wrong with it. */
export type PauseReason =
  | 'no-network'
  | 'server-unavailable'
  | 'not-the-server'
  | 'token-refused'
  | 'storage-full'
  | 'clock-skew'
  | 'person';

/** What the answer to a step was taken to mean. */
export type Outcome =
  /** It happened; `progress` replaces the protocol's own notes, `milestone` names what became true. */
  | { kind: 'applied'; progress: Json; milestone?: string; meaning: string }
  /** The other side said a definite no. */
  | { kind: 'refused'; code: string; detail: Json }
  /** Nobody can tell whether it happened. Only steps with effect `once` end here. */
  | { kind: 'unknown'; code: string }
  /** It surely did not happen, and may be tried again later. */
  | { kind: 'pause'; reason: PauseReason; retryAfterMs?: number };

/** The verdict on an uncertain step, reached by asking only. */
export type Resolution =
  | { kind: 'happened'; progress: Json; milestone?: string; meaning: string }
  | { kind: 'absent'; proof: string }
  | { kind: 'still-unknown'; code: string }
  | { kind: 'pause'; reason: PauseReason; retryAfterMs?: number };
