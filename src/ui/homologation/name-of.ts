import { layoutName } from '../../app/catalogue.ts';
import { errandOf, type QueueEntry } from '../../app/queue/types.ts';
import { homologateText as text } from '../text/homologar.ts';
import { showPeriod } from '../text/units.ts';

/** The court's id of the delivery of an entry. */
export const courtIdOf = ({ frozen, progress }: QueueEntry): number | undefined => {
  const errand = errandOf(frozen);
  return progress.delivery?.id ?? (errand.kind === 'deliver' ? undefined : errand.courtId);
};

/** How a delivery is called where several stand on a screen. */
export const nameOf = (entry: QueueEntry): string =>
  `${layoutName(entry.frozen)}, ${showPeriod(entry.frozen)}, ${text.number(courtIdOf(entry))}`;
