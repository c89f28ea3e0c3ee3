import type { ComponentChildren } from 'preact';
import type { DeliveryState } from '../../app/deliveries/delivery-list.ts';

const TONES: Record<DeliveryState, string> = {
  homologated: 'chip-success',
  pending: 'chip-warning',
  differs: 'chip-danger',
  gone: 'chip-danger',
};

interface DeliveryChipProps {
  state: DeliveryState;
  /** Its words. */
  children: ComponentChildren;
}

/** Where a delivery at the court stands, in the words of the list it stands in. */
export const DeliveryChip = ({ state, children }: DeliveryChipProps) => (
  <span class={`chip ${TONES[state]}`}>{children}</span>
);
