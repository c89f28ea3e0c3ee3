import type { CourtDelivery } from '../receipt/court-delivery.ts';
import { representacaoInUse } from './session/represented.ts';
import { ambiente } from './state.ts';
import { stores } from './stores.ts';

/** What the first screen shows of the deliveries of whom the person works for. */
export interface RecentDeliveries {
  /** The latest that count. */
  homologated: CourtDelivery[];
  /** How many count, and how many are known at all. */
  homologatedCount: number;
  count: number;
}

/** Reads the latest `most`, and counts the others without reading them. */
export const recentDeliveries = async (most: number): Promise<RecentDeliveries> => {
  const filter = { ambiente: ambiente.value?.id ?? '', representacao: representacaoInUse.value };
  const counting = { ...filter, state: 'homologated' } as const;
  const [{ found }, homologatedCount, count] = await Promise.all([
    stores.courtDeliveries.page(counting),
    stores.courtDeliveries.count(counting),
    stores.courtDeliveries.count(filter),
  ]);
  return { homologated: found.slice(0, most), homologatedCount, count };
};
