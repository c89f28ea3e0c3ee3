import { err, ok, type Result } from '../../src/base/result.ts';
import type { OutboxStore, SaveFault } from '../../src/outbox/ports.ts';
import type { LogRow } from '../../src/outbox/types.ts';
import type {
  RecepcaoEntry,
  RecepcaoFrozen,
  RecepcaoProgress,
} from '../../src/protocol/recepcao/types.ts';

/** A row of the log, and when (ms of the world, whatever the clock on the machine said) it was written. */
export type Written = LogRow & { trueAt: number };

/** What a browser keeps through crashes: entries with their log, and contents. */
export interface Disk {
  entries: Map<string, RecepcaoEntry>;
  rows: Map<string, readonly Written[]>;
  blobs: Map<string, Blob>;
}

export const emptyDisk = (): Disk => ({ entries: new Map(), rows: new Map(), blobs: new Map() });

export const copyOf = ({ entries, rows, blobs }: Disk): Disk => ({
  entries: new Map(entries),
  rows: new Map(rows),
  blobs: new Map(blobs),
});

/** The transaction of the outbox's store: entry, rows and what they name first, or none of it. What is kept can no longer be changed. */
export const write = (
  { entries, rows, blobs }: Disk,
  entry: RecepcaoEntry,
  added: readonly LogRow[],
  trueAt: number,
  contents: ReadonlyMap<string, Blob> = new Map(),
): Result<void, SaveFault> => {
  if ((entries.get(entry.id)?.rev ?? 0) !== entry.rev - added.length) return err('stale-revision');
  Object.freeze(entry.progress);
  entries.set(entry.id, Object.freeze(entry));
  for (const [sha256, content] of contents) blobs.set(sha256, content);
  rows.set(entry.id, [...(rows.get(entry.id) ?? []), ...added.map((row) => ({ ...row, trueAt }))]);
  return ok(undefined);
};

/** The same as the outbox's port, for what is done to a disk from outside a history's programs. */
export const storeOf = (
  disk: Disk,
  trueAt: () => number,
): OutboxStore<RecepcaoFrozen, RecepcaoProgress> => ({
  load: async (id) => disk.entries.get(id),
  save: async (entry, rows) => write(disk, entry, rows, trueAt()),
});
