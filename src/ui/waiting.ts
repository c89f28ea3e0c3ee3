import { computed } from '@preact/signals';
import { entriesInUse } from '../app/queue/entries-in-use.ts';
import { doneEntryOf, isFinal } from '../app/queue/queue-records.ts';
import type { QueueEntry } from '../app/queue/types.ts';
import { waitsInVain } from '../app/queue/waits-in-vain.ts';
import { entries } from '../app/state.ts';
import { disagreesWithLog } from '../app/storage/damage.ts';
import { loginFor } from './moment.ts';

/** Where an entry that is held stands for the person, the most urgent first; what is done lies apart. */
export const GROUPS = ['urgent', 'running', 'resting', 'ended'] as const;
export type Group = (typeof GROUPS)[number];

/** Whether nobody knows if what was last asked for happened, and no step is about to tell. */
export const isUncertain = ({ state, mustAsk }: QueueEntry): boolean => {
  if (state.kind === 'cancelled') return state.unresolved;
  const isAsked = state.kind === 'needs-person' && ['check', 'takeover'].includes(state.what);
  return state.kind === 'uncertain' || isAsked || mustAsk;
};

/** Whether an entry rests because its log does not bear out what is kept of it. */
export const isHeldBack = (entry: QueueEntry): boolean =>
  disagreesWithLog(entry.id) && !isFinal(entry);

/** Drafts that were put on the queue again after an entry of theirs had been refused. */
const taken = computed(() => {
  const newest = new Map<string, number>();
  for (const { frozen, createdAt } of entries.value) {
    newest.set(frozen.draftId, Math.max(createdAt, newest.get(frozen.draftId) ?? 0));
  }
  return newest;
});

const isTaken = (draftId: string, createdAt: number): boolean =>
  (taken.value.get(draftId) ?? 0) > createdAt || doneEntryOf(draftId) !== undefined;

const groupOf = (entry: QueueEntry): Group | undefined => {
  const { state, frozen, createdAt, representacao } = entry;
  if (isHeldBack(entry)) return 'urgent';
  switch (state.kind) {
    case 'needs-person':
      return 'urgent';
    case 'uncertain':
      return loginFor(entry) === 'possible' ? 'running' : 'urgent';
    case 'waiting': {
      if (state.need === 'unlock' || waitsInVain(entry)) return 'urgent';
      const goesOn = representacao !== undefined && loginFor(entry) === 'possible';
      return state.need !== 'token' || goesOn ? 'running' : 'urgent';
    }
    case 'paused':
      if (state.reason === 'person') return 'resting';
      return state.until === undefined ? 'urgent' : 'running';
    case 'rejected':
      return isTaken(frozen.draftId, createdAt) ? 'ended' : 'urgent';
    case 'cancelled':
      return 'ended';
    case 'done':
      return undefined;
    default:
      return 'running';
  }
};

/** Whether an entry goes on only with somebody's doing. */
export const waitsForPerson = (entry: QueueEntry): boolean => groupOf(entry) === 'urgent';

/** The entries of the representação in use by group, each the newest first. */
export const groups = computed(() => {
  const all: Record<Group, QueueEntry[]> = {
    urgent: [],
    running: [],
    resting: [],
    ended: [],
  };
  for (const entry of entriesInUse.value) {
    const group = groupOf(entry);
    if (group) all[group].push(entry);
  }
  return all;
});
