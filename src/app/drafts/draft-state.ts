import { computed } from '@preact/signals';
import { doneEntryOf } from '../queue/queue-records.ts';
import type { QueueEntry } from '../queue/types.ts';
import { entries } from '../state.ts';

/** How far a draft has come, as the lists tell it. */
export const DRAFT_STATES = ['editing', 'queued', 'delivered', 'refused'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

const stateAfter = ({ state }: QueueEntry): DraftState => {
  switch (state.kind) {
    case 'cancelled':
      return 'editing';
    case 'done':
      return 'delivered';
    case 'rejected':
      return 'refused';
    default:
      return 'queued';
  }
};

/** The last entry of each draft decides, of those that are held. */
const states = computed(() => {
  const byDraft = new Map<string, DraftState>();
  for (const entry of entries.value) {
    const { draftId } = entry.frozen;
    if (!byDraft.has(draftId)) byDraft.set(draftId, stateAfter(entry));
  }
  return byDraft;
});

/** Whether a draft was ever put on the queue: what was refused or given up goes on it again from its own screen only. */
export const wasQueued = (draftId: string): boolean =>
  states.value.has(draftId) || doneEntryOf(draftId) !== undefined;

export const stateOfDraft = (draftId: string): DraftState => {
  const held = states.value.get(draftId) ?? 'editing';
  return held !== 'queued' && doneEntryOf(draftId) !== undefined ? 'delivered' : held;
};
