import {
  type CourtDelivery,
  type DeliveryState,
  deliveryState,
} from '../../../app/deliveries/delivery-list.ts';
import { DeliveryChip } from '../../parts/delivery-chip.tsx';
import { STATE_NAMES, deliveryListText as text } from '../../text/entregas-no-tribunal.ts';

/** Where a delivery stands, as far as was read. */
export const StateChip = ({ delivery }: { delivery: CourtDelivery }) => {
  const state = deliveryState(delivery);
  return <DeliveryChip state={state}>{nameOf(state, delivery.statusEnvio)}</DeliveryChip>;
};

/** What the court says of one whose content was not compared is told as its word; a status nobody knows, as it is. */
const nameOf = (state: DeliveryState, statusEnvio: string): string => {
  if (state !== 'pending' || statusEnvio === 'NAO_HOMOLOGADO') return STATE_NAMES[state];
  return statusEnvio === 'HOMOLOGADO' ? text.saysHomologated : statusEnvio;
};
