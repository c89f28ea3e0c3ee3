/** What the screens of changes need of the stages below. */
export { isWrongKind } from '../../draft/delivery-kind.ts';
export type { CourtDelivery } from '../../receipt/court-delivery.ts';
export type { ErrandStage, ThreadStep } from '../../receipt/thread.ts';
export type { Delivery } from '../../receipt/types.ts';
