import { computed, signal } from '@preact/signals';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { ambiente } from '../state.ts';

const chosen = signal<{
  ambiente: string | undefined;
  deliveries: ReadonlyMap<number, CourtDelivery>;
}>({
  ambiente: undefined,
  deliveries: new Map(),
});

/** The deliveries that the person marked in the list, by the court's id; of the environment in use. */
export const selectedDeliveries = computed(
  (): ReadonlyMap<number, CourtDelivery> =>
    chosen.value.ambiente === ambiente.value?.id ? chosen.value.deliveries : new Map(),
);

export const selectDeliveries = (deliveries: Iterable<CourtDelivery>): void => {
  const before = selectedDeliveries.value;
  const added = Array.from(deliveries, (each) => [each.courtId, each] as const);
  chosen.value = { ambiente: ambiente.value?.id, deliveries: new Map([...before, ...added]) };
};

export const unselectDeliveries = (courtIds: Iterable<number>): void => {
  const deliveries = new Map(selectedDeliveries.value);
  for (const id of courtIds) deliveries.delete(id);
  chosen.value = { ambiente: ambiente.value?.id, deliveries };
};
