import { computed } from '@preact/signals';
import { wasQueued } from './batch-entries.ts';
import { items } from './batch-state.ts';
import { checks } from './check.ts';

/** A draft that is put on the queue as the person was shown it. */
export interface AgreedDraft {
  draftId: string;
  /** Of the draft that was checked. */
  rev: number;
  /** Files to be signed: SHA-256 by the attachment's id. */
  files: ReadonlyMap<string, string>;
}

/** Drafts of the batch that can go on the queue now, in the order they were brought, with their unsigned files. */
export const readyDrafts = computed(() =>
  items.value.flatMap(({ came }) => {
    if (came?.kind !== 'made' || wasQueued(came.draftId)) return [];
    const checked = checks.value.get(came.draftId);
    return checked && checked.fault === undefined ? [{ draftId: came.draftId, checked }] : [];
  }),
);

/** What the person agrees to when she is shown the drafts that are ready. */
export const agreedOf = (ready: (typeof readyDrafts)['value']): AgreedDraft[] =>
  ready.map(({ draftId, checked: { rev, unsigned } }) => ({
    draftId,
    rev,
    files: new Map(unsigned.map(({ id, chosen }) => [id, chosen.sha256])),
  }));

/** Whether a draft of the batch was not checked yet: what the person would be shown is not all. */
export const isUnchecked = computed(() =>
  items.value.some(
    ({ came }) =>
      came?.kind === 'made' && !wasQueued(came.draftId) && !checks.value.has(came.draftId),
  ),
);
