import { layoutName } from '../../app/catalogue.ts';
import { courtIdOf, type QueueEntry } from '../../app/queue/types.ts';
import { homologateText as text } from '../text/homologar.ts';
import { showPeriod } from '../text/units.ts';

/** How a delivery is called where several stand on a screen. */
export const nameOf = (entry: QueueEntry): string =>
  `${layoutName(entry.frozen)}, ${showPeriod(entry.frozen)}, ${text.number(courtIdOf(entry))}`;
