import type { Json } from '../base/json.ts';
import type { Effect, Need, Owner, PauseReason } from './types.ts';

/** What may happen to an entry. Times are epoch ms UTC. */
export type OutboxEvent =
  /** The intention to run a step, written before it runs. */
  | { kind: 'begun'; step: string; attempt: number; effect: Effect; settledAt: number }
  /** The step may have been made by another owner: it is asked about first. */
  | { kind: 'doubted'; step: string; attempt: number; settledAt: number }
  | { kind: 'applied' }
  | { kind: 'refused'; code: string; detail: Json; mendable: boolean }
  /** `until`: before it nobody asks what became of the step. */
  | { kind: 'unknown'; code: string; until: number }
  /** Without `until` only the person ends the pause. */
  | { kind: 'postponed'; reason: PauseReason; until?: number }
  | { kind: 'lacking'; step: string; need: Need }
  /** The program ended while the step was running. */
  | { kind: 'interrupted' }
  | { kind: 'happened' }
  /** Proven not to have happened; made again not before `until`, and without one only when the person says so. */
  | { kind: 'absent'; reason: PauseReason; until?: number }
  | { kind: 'still-unknown'; code: string; detail: Json }
  /** The clock was set back since the step began: its doubt settles anew. */
  | { kind: 'set-back'; settledAt: number }
  | { kind: 'available' }
  | { kind: 'due' }
  | { kind: 'finished' }
  /** It came out of a copy of `other`'s, or `other` took it on. */
  | { kind: 'disowned'; other: Owner }
  | PersonEvent;

/** What the person may do with an entry. */
export type PersonEvent =
  /** `means`: what the person agreed to act with, in the protocol's own words. */
  | { kind: 'consented'; step: string; means: string }
  /** `at`: epoch ms UTC by the court's clock; a statement made before the doubt has settled proves nothing. */
  | { kind: 'absence-stated'; at: number }
  /** The person goes on with it here. */
  | { kind: 'taken-over'; owner: Owner }
  /** In whose name the entry goes, chosen after it was put on the queue. */
  | { kind: 'represented'; representacao: number }
  | { kind: 'try-now' }
  | { kind: 'pause' }
  | { kind: 'cancel' };
