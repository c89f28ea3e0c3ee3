import { computed } from '@preact/signals';
import { doneEntryOf } from '../queue/queue-records.ts';
import { entries } from '../state.ts';

const heldDrafts = computed(() => new Set(entries.value.map(({ frozen }) => frozen.draftId)));

/** Whether a draft was ever put on the queue: what was refused or given up goes on it again from its own screen only. */
export const wasQueued = (draftId: string): boolean =>
  heldDrafts.value.has(draftId) || doneEntryOf(draftId) !== undefined;
