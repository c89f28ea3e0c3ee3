import { computed } from '@preact/signals';
import { entries } from '../state.ts';

/** Drafts that were ever put on the queue: what was refused or given up goes on it again from its own screen only. */
export const draftsEverQueued = computed(
  () => new Set(entries.value.map(({ frozen }) => frozen.draftId)),
);
