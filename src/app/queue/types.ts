/** What the queue's screens and sentences need of the outbox. */
export type { Need, PauseReason } from '../../outbox/types.ts';
export { earlierOf, errandOf } from '../../protocol/recepcao/errand.ts';
export { type Standing, standingOf } from '../../protocol/recepcao/standing.ts';
export type { RecepcaoOutline as QueueEntry } from '../../protocol/recepcao/types.ts';
export { courtIdOf } from '../../receipt/court-delivery.ts';
