import type { LogRow } from '../../outbox/types.ts';
import type { PenEntry } from '../../protocol/pen/types.ts';
import type { PenConsequence } from '../../store/pen-entries.ts';
import { consequenceOfReceiving } from './receive-consequence.ts';
import { consequenceOfSending } from './send-consequence.ts';

/** What follows for a process and a trâmite from the newest rows of an entry. */
export const consequenceOf = (entry: PenEntry, rows: readonly LogRow[]): Promise<PenConsequence> =>
  entry.frozen.errand.kind === 'send'
    ? consequenceOfSending(entry, entry.frozen.errand, rows)
    : consequenceOfReceiving(entry, rows);
