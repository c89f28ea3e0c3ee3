import {
  type CourtDelivery,
  type DeliveryState,
  deliveryState,
} from '../../../app/deliveries/delivery-list.ts';
import { STATE_NAMES, deliveryListText as text } from '../../text/entregas-no-tribunal.ts';

const CHIPS: Record<DeliveryState, string> = {
  homologated: 'chip-success',
  pending: 'chip-warning',
  differs: 'chip-danger',
  gone: 'chip-danger',
};

/** Where a delivery stands, as far as was read. */
export const StateChip = ({ delivery }: { delivery: CourtDelivery }) => {
  const state = deliveryState(delivery);
  return <span class={`chip ${CHIPS[state]}`}>{nameOf(state, delivery.statusEnvio)}</span>;
};

/** What the court says of one whose content was not compared is told as its word; a status nobody knows, as it is. */
const nameOf = (state: DeliveryState, statusEnvio: string): string => {
  if (state !== 'pending' || statusEnvio === 'NAO_HOMOLOGADO') return STATE_NAMES[state];
  return statusEnvio === 'HOMOLOGADO' ? text.saysHomologated : statusEnvio;
};
