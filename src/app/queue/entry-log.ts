import { disagreement } from '../../outbox/replay.ts';
import type { LogRow } from '../../outbox/types.ts';
import { stores } from '../stores.ts';
import { logOf } from './queue-records.ts';

/** The log of an entry, oldest row first, and what of it is not as it should be, if anything. */
export interface ShownLog {
  rows: LogRow[];
  disagreement: Awaited<ReturnType<typeof disagreement>>;
}

/** Reads an entry's log and holds the entry against it. */
export const readLog = async (id: string): Promise<ShownLog> => {
  const entry = await stores.entries.load(id);
  const rows = await logOf(id);
  if (!entry) return { rows, disagreement: undefined };
  // Rows written since the entry was read are not its business.
  return { rows, disagreement: await disagreement(entry, rows.slice(0, entry.logSize)) };
};
