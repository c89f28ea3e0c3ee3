import { computed, signal } from '@preact/signals';
import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { representacaoInUse } from '../session/represented.ts';
import { ambiente } from '../state.ts';

const chosen = signal<{
  whose: string | undefined;
  deliveries: ReadonlyMap<number, CourtDelivery>;
}>({
  whose: undefined,
  deliveries: new Map(),
});

const whoseNow = (): string => `${ambiente.value?.id}/${representacaoInUse.value}`;

/** The deliveries that the person marked in the list, by the court's id; here and in the name in use. */
export const selectedDeliveries = computed(
  (): ReadonlyMap<number, CourtDelivery> =>
    chosen.value.whose === whoseNow() ? chosen.value.deliveries : new Map(),
);

export const selectDeliveries = (deliveries: Iterable<CourtDelivery>): void => {
  const before = selectedDeliveries.value;
  const added = Array.from(deliveries, (each) => [each.courtId, each] as const);
  chosen.value = { whose: whoseNow(), deliveries: new Map([...before, ...added]) };
};

export const unselectDeliveries = (courtIds: Iterable<number>): void => {
  const deliveries = new Map(selectedDeliveries.value);
  for (const id of courtIds) deliveries.delete(id);
  chosen.value = { whose: whoseNow(), deliveries };
};
