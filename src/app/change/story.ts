import type { CourtDelivery } from '../../receipt/court-delivery.ts';
import { type ThreadStep, threadOf } from '../../receipt/thread.ts';
import { outlines } from '../queue/queue-records.ts';
import { errandOf, type QueueEntry } from '../queue/types.ts';
import { records } from '../state.ts';
import { stores } from '../stores.ts';
import { rectificationsOf } from './rectifications.ts';

/** The story of a delivery, from what lies here. */
export const storyOf = async (delivery: CourtDelivery): Promise<ThreadStep[]> => {
  const contents = await Promise.all(delivery.contents.map((id) => stores.deliveries.load(id)));
  const isAlteration = ({ ambiente, frozen }: QueueEntry): boolean => {
    const errand = errandOf(frozen);
    return (
      ambiente === delivery.ambiente &&
      errand.kind === 'alter' &&
      errand.courtId === delivery.courtId
    );
  };
  const held = records.entries.value.filter(isAlteration);
  // What an alteration sent bears its entry's id; the done ones are held no more.
  const sent = (await outlines(delivery.contents)).filter(isAlteration);
  const alterations = [...new Map([...held, ...sent].map((entry) => [entry.id, entry])).values()];
  return threadOf({
    delivery,
    contents: contents.flatMap((content) => content ?? []),
    requests: await rectificationsOf(delivery),
    alterations: alterations.sort((a, b) => a.createdAt - b.createdAt),
  });
};
