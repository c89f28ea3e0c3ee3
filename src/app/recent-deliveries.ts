import type { CourtDelivery } from '../receipt/court-delivery.ts';
import { countDeliveries } from './deliveries/counts.ts';
import { representacaoInUse } from './session/represented.ts';
import { ambiente } from './state.ts';
import { stores } from './stores.ts';

/** What the first screen shows of the deliveries of whom the person works for. */
export interface RecentDeliveries {
  /** The latest that count. */
  homologated: CourtDelivery[];
  /** How many count. */
  count: number;
  /** Whether none is known at all. */
  isNone: boolean;
}

/** Reads the latest `most`, and counts the others, where there are many, without reading them. */
export const recentDeliveries = async (most: number): Promise<RecentDeliveries> => {
  const filter = { ambiente: ambiente.value?.id ?? '', representacao: representacaoInUse.value };
  const counting = { ...filter, state: 'homologated' } as const;
  const { found, next } = await stores.courtDeliveries.page(counting);
  const any = found.length > 0 ? found : (await stores.courtDeliveries.page(filter)).found;
  const count = next ? await countDeliveries(counting) : found.length;
  return { homologated: found.slice(0, most), count, isNone: any.length === 0 };
};
