import { isFinal } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';

/** When something last came about of an entry that a copy must not lack: its content, a word of the person, an id (epoch ms UTC). */
export const weightAt = ({ createdAt, progress }: QueueEntry): number => {
  const { delivery, comparedAt, consentedAt, homologation, confirmedAt, deletedAt } = progress;
  const { acceptedAt } = homologation ?? {};
  const times = [
    delivery?.deliveredAt,
    comparedAt,
    consentedAt,
    acceptedAt,
    confirmedAt,
    deletedAt,
  ];
  return Math.max(createdAt, ...times.map((at) => at ?? 0));
};

/** Changes when something of weight comes about of an entry; waiting and failing have none. */
export const weightOf = (entry: QueueEntry): string => {
  const { id, progress, owner } = entry;
  const { uploads, finalBody, delivery, homologation } = progress;
  return [
    id,
    ...[owner.id, isFinal(entry), weightAt(entry), Object.keys(uploads).length],
    ...[finalBody?.sha256, delivery?.id, delivery?.statusEnvio, homologation?.signedPdfSha256],
  ].join(' ');
};
