import { computed } from '@preact/signals';
import { wasQueued } from '../drafts/draft-state.ts';
import { items } from './batch-state.ts';
import { type Checked, checks } from './check.ts';

/** A draft that is put on the queue as the person was shown it. */
export interface AgreedDraft {
  draftId: string;
  /** Of the draft that was checked. */
  rev: number;
  /** Files to be signed: SHA-256 by the attachment's id. */
  files: ReadonlyMap<string, string>;
}

/** A draft that can go on the queue now, with its unsigned files. */
export interface ReadyDraft {
  draftId: string;
  checked: Checked;
}

/** Which of these drafts can go on the queue now, in their order. */
export const readyAmong = (draftIds: readonly string[]): ReadyDraft[] =>
  draftIds.flatMap((draftId) => {
    const checked = checks.value.get(draftId);
    const isReady = checked && checked.fault === undefined && !wasQueued(draftId);
    return isReady ? [{ draftId, checked }] : [];
  });

/** What the person agrees to when she is shown the drafts that are ready. */
export const agreedOf = (ready: readonly ReadyDraft[]): AgreedDraft[] =>
  ready.map(({ draftId, checked: { rev, unsigned } }) => ({
    draftId,
    rev,
    files: new Map(unsigned.map(({ id, chosen }) => [id, chosen.sha256])),
  }));

/** The drafts of the batch, in the order they were brought. */
export const batchDrafts = computed(() =>
  items.value.flatMap(({ came }) => (came?.kind === 'made' ? [came.draftId] : [])),
);

/** Those of the batch that can go on the queue now. */
export const readyDrafts = computed(() => readyAmong(batchDrafts.value));

/** Whether a draft of the batch was not checked yet: what the person would be shown is not all. */
export const isUnchecked = computed(() =>
  batchDrafts.value.some((draftId) => !wasQueued(draftId) && !checks.value.has(draftId)),
);
