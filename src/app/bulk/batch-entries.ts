import { computed, signal } from '@preact/signals';
import { doneEntryOf, outlines } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';
import { entries } from '../state.ts';
import { items } from './batch-state.ts';

// A done entry is held by nobody else; what is over does not change.
const done = signal<ReadonlyMap<string, QueueEntry>>(new Map());

/** The entries of the batch's drafts, by the ids of the drafts: the newest of each, or the one that is done. */
export const batchEntries = computed((): ReadonlyMap<string, QueueEntry> => {
  const found = new Map<string, QueueEntry>();
  for (const entry of entries.value) {
    const { draftId } = entry.frozen;
    if (!found.has(draftId)) found.set(draftId, entry);
  }
  for (const [draftId, entry] of done.value) found.set(draftId, entry);
  return found;
});

/** Drafts of the batch whose entry is done and not read yet, with that entry's id. */
export const unreadDone = computed((): ReadonlyMap<string, string> => {
  const read = done.value;
  const unread = new Map<string, string>();
  for (const { came } of items.value) {
    if (came?.kind !== 'made' || read.has(came.draftId)) continue;
    const id = doneEntryOf(came.draftId);
    if (id !== undefined) unread.set(came.draftId, id);
  }
  return unread;
});

/** Reads those entries of the batch that are done; to be called again when others have become so. */
export const readDone = async (): Promise<void> => {
  const unread = unreadDone.value;
  if (unread.size === 0) return;
  const found = await outlines([...unread.values()]);
  const read = new Map(done.value);
  for (const entry of found) read.set(entry.frozen.draftId, entry);
  done.value = read;
};
