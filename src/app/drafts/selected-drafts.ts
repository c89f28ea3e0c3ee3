import { computed, signal } from '@preact/signals';
import type { Draft } from '../../draft/types.ts';
import { isOfAnother } from '../session/represented.ts';
import { ambiente } from '../state.ts';
import { wasQueued } from './draft-state.ts';

const marked = signal<ReadonlyMap<string, Draft>>(new Map());

/** Whether a draft can go on the queue with others; one that changes a delivery goes by itself, for what it does is said first. */
export const isSelectable = (draft: Draft): boolean =>
  draft.purpose === undefined &&
  draft.ambiente === ambiente.value?.id &&
  !isOfAnother(draft) &&
  !wasQueued(draft.id);

/** The drafts that the person marked in the list, by their ids, as they were then. */
export const selectedDrafts = computed(
  (): ReadonlyMap<string, Draft> =>
    new Map([...marked.value].filter(([, draft]) => isSelectable(draft))),
);

export const selectDrafts = (drafts: readonly Draft[]): void => {
  const added = drafts.map((draft) => [draft.id, draft] as const);
  marked.value = new Map([...selectedDrafts.value, ...added]);
};

export const unselectDrafts = (ids: Iterable<string>): void => {
  const left = new Map(selectedDrafts.value);
  for (const id of ids) left.delete(id);
  marked.value = left;
};
