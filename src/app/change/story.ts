import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { type ThreadStep, threadOf } from '../../receipt/thread.ts';
import { errandOf } from '../queue/types.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';
import { rectificationsOf } from './rectifications.ts';

/** The story of a delivery, from what lies here. */
export const storyOf = async (delivery: CourtDelivery): Promise<ThreadStep[]> => {
  const contents = await Promise.all(delivery.contents.map((id) => stores.deliveries.load(id)));
  const alterations = records.entries.value
    .filter(({ ambiente, frozen }) => {
      const errand = errandOf(frozen);
      return (
        ambiente === delivery.ambiente &&
        errand.kind === 'alter' &&
        errand.courtId === delivery.courtId
      );
    })
    .toReversed();
  return threadOf({
    delivery,
    contents: contents.flatMap((content) => content ?? []),
    requests: await rectificationsOf(delivery),
    alterations,
  });
};
