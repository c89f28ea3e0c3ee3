import { isFinal } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';

/**
 * What of an entry a copy must not lack, in short: whose it is, its content, the words of the person, the answers of the
 * court. Changes when something of weight comes about; waiting and failing have none.
 */
export const weightOf = (entry: QueueEntry): string => {
  const { id, owner, state, progress } = entry;
  const { uploads, finalBody, delivery, extras, homologation } = progress;
  const isAsked = state.kind === 'needs-person' && state.what === 'takeover';
  return [
    ...[id, owner.id, isFinal(entry), isAsked, Object.keys(uploads).length, finalBody?.sha256],
    ...[delivery?.id, delivery?.statusEnvio, extras?.length, progress.onExtras],
    ...[homologation?.signedPdfSha256, homologation?.acceptedAt],
    ...[progress.comparedAt, progress.consentedAt, progress.confirmedAt, progress.deletedAt],
  ].join(' ');
};
