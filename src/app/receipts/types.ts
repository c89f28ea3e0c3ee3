/** What the screens name of receipts. */
export type { CourtDelivery, DeliveryState } from '../../receipt/court-delivery.ts';
export { deliveryState } from '../../store/court-delivery-lists.ts';
