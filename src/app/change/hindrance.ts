import { HOMOLOGADO } from '../../protocol/recepcao/messages.ts';
import { type CourtDelivery, courtIdOf } from '../../receipt/court-delivery.ts';
import { isFinal } from '../queue/queue-records.ts';
import { errandOf, type QueueEntry, standingOf } from '../queue/types.ts';

/** Why a delivery is not altered or deleted, as far as it is known here; the court is asked again right before the act. */
export type Hindrance =
  | 'gone'
  | 'homologated'
  /** The court holds other content than ours. */
  | 'differs'
  /** An alteration or a deletion of it is on the queue. */
  | 'change-queued'
  /** An entry about it is in the middle of a step, or nobody knows what became of it. */
  | 'in-doubt';

type Known = Pick<CourtDelivery, 'ambiente' | 'courtId' | 'goneAt' | 'statusEnvio' | 'look'>;

/** Entries about a delivery that are not over. */
export const openEntriesOf = (
  { ambiente, courtId }: Pick<Known, 'ambiente' | 'courtId'>,
  entries: readonly QueueEntry[],
): QueueEntry[] =>
  entries.filter(
    (entry) => entry.ambiente === ambiente && courtIdOf(entry) === courtId && !isFinal(entry),
  );

const isChangeToCome = ({ frozen, progress }: QueueEntry): boolean =>
  ['alter', 'delete'].includes(errandOf(frozen).kind) && progress.delivery === undefined;

/** What waits to be homologated may be given up for a change. */
export const mayBeGivenUp = (entry: QueueEntry): boolean =>
  standingOf(entry) === 'there' && entry.state.kind !== 'running';

export const hindranceOf = (
  delivery: Known,
  entries: readonly QueueEntry[],
): Hindrance | undefined => {
  if (delivery.goneAt !== undefined) return 'gone';
  const open = openEntriesOf(delivery, entries);
  if (open.some(isChangeToCome)) return 'change-queued';
  if (!open.every(mayBeGivenUp)) return 'in-doubt';
  if (delivery.look?.differs !== undefined) return 'differs';
  return delivery.statusEnvio === HOMOLOGADO ? 'homologated' : undefined;
};
