import { computed, effect, signal, untracked } from '@preact/signals';
import { doneEntryOf, outlines } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';
import { entries } from '../state.ts';
import { items } from './batch-state.ts';

/** Done entries of the batch on the screen, which the queue does not hold. */
const done = signal<readonly QueueEntry[]>([]);

const doneIds = computed(() =>
  items.value.flatMap(({ came }) =>
    came?.kind === 'made' ? (doneEntryOf(came.draftId) ?? []) : [],
  ),
);

effect(() => {
  const wanted = new Set(doneIds.value);
  untracked(() => void readDone(wanted));
});

/** What is done does not change any more: none is read twice. */
const readDone = async (wanted: ReadonlySet<string>): Promise<void> => {
  const known = new Set(done.value.map(({ id }) => id));
  const read = await outlines([...wanted].filter((id) => !known.has(id)));
  const kept = done.value.filter(({ id }) => wanted.has(id));
  const added = read.filter(({ id }) => kept.every((each) => each.id !== id));
  done.value = [...kept, ...added];
};

/** The entries of the batch on the screen are among these; the done ones first, for of a draft they are the last. */
export const batchEntries = computed(() => [...done.value, ...entries.value]);
