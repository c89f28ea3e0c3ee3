import type { LogRow } from '../outbox/types.ts';
import type { Process } from '../process/types.ts';
import type { PenEntry } from '../protocol/pen/types.ts';
import type { Tramite } from '../receipt/pen/tramite.ts';
import { seal } from './codec.ts';
import { groupBy } from './group-by.ts';
import { listedPenEntry, listedProcess, listedTramite } from './pen-lists.ts';

/** An entry of PEN with its log, in order. */
export interface WholePenEntry {
  entry: PenEntry;
  log: LogRow[];
}

/** What the bodies of this browser have with PEN. */
export interface WholePen {
  processes: Process[];
  tramites: Tramite[];
  entries: WholePenEntry[];
}

/** As the stores hold it, row by row. */
export interface PenRows {
  processes: Process[];
  tramites: Tramite[];
  penEntries: PenEntry[];
  penLog: LogRow[];
}

export const wholePenOf = ({ processes, tramites, penEntries, penLog }: PenRows): WholePen => {
  const logOf = groupBy(penLog, ({ entryId }) => entryId);
  return {
    processes,
    tramites,
    // Rows written since the entry was read are not its business.
    entries: penEntries.map((entry) => ({
      entry,
      log: logOf(entry.id).filter(({ seq }) => seq <= entry.logSize),
    })),
  };
};

/** Each row as it is to lie in its store. */
export const sealedPen = async ({ processes, tramites, entries }: WholePen) => ({
  processes: await Promise.all(
    processes.map(async (each) => listedProcess(each, await seal(each, each.rev))),
  ),
  tramites: await Promise.all(
    tramites.map(async (each) => listedTramite(each, await seal(each, each.rev))),
  ),
  penEntries: await Promise.all(
    entries.map(async ({ entry }) => listedPenEntry(entry, await seal(entry, entry.rev))),
  ),
  penLog: await Promise.all(entries.flatMap(({ log }) => log).map((row) => seal(row))),
});
