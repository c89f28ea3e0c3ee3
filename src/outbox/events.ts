import type { Json } from '../base/json.ts';
import type { Effect, Need, PauseReason } from './types.ts';

/** What may happen to an entry. Times are epoch ms UTC. */
export type OutboxEvent =
  /** The intention to run a step, written before it runs. */
  | { kind: 'begun'; step: string; attempt: number; effect: Effect }
  | { kind: 'applied' }
  | { kind: 'refused'; code: string; detail: Json; mendable: boolean }
  | { kind: 'unknown'; code: string; until: number }
  | { kind: 'postponed'; reason: PauseReason; until: number }
  | { kind: 'lacking'; step: string; need: Need }
  /** The program ended while the step was running. */
  | { kind: 'interrupted' }
  | { kind: 'happened' }
  | { kind: 'absent' }
  | { kind: 'still-unknown'; code: string }
  | { kind: 'available' }
  | { kind: 'due' }
  | { kind: 'finished' }
  | PersonEvent;

/** What the person may do with an entry. */
export type PersonEvent =
  /** `means`: what the person agreed to act with, in the protocol's own words. */
  | { kind: 'consented'; step: string; means: string }
  | { kind: 'absence-stated' }
  /** In whose name the entry goes, chosen after it was put on the queue. */
  | { kind: 'represented'; representacao: number }
  | { kind: 'try-now' }
  | { kind: 'pause' }
  | { kind: 'cancel' };
