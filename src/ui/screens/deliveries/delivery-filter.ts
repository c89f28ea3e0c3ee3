import { computed, signal } from '@preact/signals';
import type { DeliveryFilter } from '../../../app/deliveries/delivery-list.ts';
import { representacaoInUse } from '../../../app/session/represented.ts';
import { ambiente } from '../../../app/state.ts';

/** What the person wants to see of the deliveries; what is not there may be anything. */
export type Wanted = Omit<DeliveryFilter, 'ambiente' | 'representacao'>;

/** Stays while a delivery is opened and left again. */
export const wanted = signal<Wanted>({});

export const want = (change: Partial<Wanted>): void => {
  wanted.value = { ...wanted.value, ...change };
};

export const isFiltered = (): boolean =>
  Object.values(wanted.value).some((value) => value !== undefined);

/** What the list shows now: what is wanted, of the environment and the representação in use. */
export const deliveryFilter = computed(
  (): DeliveryFilter => ({
    ambiente: ambiente.value?.id ?? '',
    representacao: representacaoInUse.value,
    ...wanted.value,
  }),
);
